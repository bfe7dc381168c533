import { z } from 'zod';
import { videoToolsConfig } from './clients/ffmpeg/index.ts';
import { liveConfig } from './live/settings.ts';

/** Environment variables of video. */
export const config = z.object({
  ...videoToolsConfig,
  ...liveConfig,
  VITRINA_VIDEO_MODERATION: z
    .enum(['auto-approve', 'hold'])
    .default('auto-approve')
    .describe(
      'auto-approve lets every video through at once (the default while there is no moderation context); hold shows nothing before moderation.decided',
    ),
  VITRINA_VIDEO_SCRATCH: z
    .string()
    .min(1)
    .optional()
    .describe(
      'folder for files under work, with room for an original and its renditions; below the system folder when left out',
    ),
});

export type VideoConfig = z.output<typeof config>;
