import type { BackgroundTask } from '@vitrina/platform/subgraph';
import type { Services } from '../services.ts';

/**
 * Looks for ffmpeg when a worker starts and says in the log which one it is, or what to install, and sweeps what killed
 * workers left. Nothing waits for it: a worker without ffmpeg still publishes, moves and deletes, and its steps are tried again.
 */
export const checkTools: BackgroundTask<Services> = {
  name: 'check-tools',
  start: async ({ services, log }) => {
    const look = async (): Promise<void> => {
      await services.scratch();
      const { version } = await services.tools();
      log.info({ version }, 'Videos are made by this ffmpeg');
    };
    const looking = look().catch((error: unknown) => {
      log.error({ err: error }, 'This worker cannot make videos; they wait until it can');
    });
    return { stop: () => looking };
  },
};
