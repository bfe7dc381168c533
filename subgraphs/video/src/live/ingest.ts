import type { BackgroundTask } from '@vitrina/platform/subgraph';
import type { Services } from '../services.ts';
import { admitPublisher, losePublisher } from '../usecases/run-live-stream.ts';
import { type Broadcast, openBroadcast } from './broadcast.ts';
import { type RtmpServer, startRtmpServer } from './rtmp/server.ts';
import type { Admit, Publication } from './rtmp/session.ts';
import { usualPort } from './settings.ts';

/** Takes publishers in on this worker, at most `live.mostStreams` at a time. */
export const createIngest = (services: Services) => {
  const shows = new Map<string, Broadcast>();
  const { log, live } = services;

  const showFor = async (row: Parameters<typeof openBroadcast>[1]): Promise<Broadcast> => {
    const known = shows.get(row.id);
    if (known?.isOpen()) return known;
    // A publisher that left before the show and is back at once: the last one has to be wrapped up first.
    await known?.over.catch(() => undefined);
    const show = await openBroadcast(services, row);
    shows.set(row.id, show);
    void show.over
      .catch((error: unknown) =>
        log.error({ err: error, liveStreamId: row.id }, 'A live stream broke off on this worker'),
      )
      .finally(() => {
        if (shows.get(row.id) === show) shows.delete(row.id);
      });
    return show;
  };

  const take = async (key: string, close: () => void): Promise<Publication | undefined> => {
    const row = await admitPublisher(services, key);
    if (!row) return undefined;
    if (!shows.has(row.id) && shows.size >= live.mostStreams) {
      log.warn(
        { liveStreamId: row.id, mostStreams: live.mostStreams },
        'This worker has as many live streams as it takes',
      );
      await losePublisher(services, row.id);
      return undefined;
    }
    return (await showFor(row)).connect(row, close);
  };
  const admit: Admit = (key, close) =>
    take(key, close).catch((error: unknown) => {
      log.error({ err: error }, 'A publisher could not be taken in');
      return undefined;
    });
  return {
    admit,
    stop: async (): Promise<void> => {
      await Promise.allSettled([...shows.values()].map((show) => show.stop()));
    },
  };
};

/** The usual port may be another program's, or another worker's of this machine; a port that was asked for may not. */
const listen = async ({ live, log }: Services, admit: Admit): Promise<RtmpServer | undefined> => {
  const port = live.port ?? usualPort;
  try {
    return await startRtmpServer({ host: live.host, port }, admit);
  } catch (error) {
    if (live.port !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    log.warn({ port }, 'The port of RTMP is taken: this worker takes no live streams (set VITRINA_LIVE_PORT)');
    return undefined;
  }
};

/** The RTMP server of a worker, with the shows it runs. */
export const liveIngest: BackgroundTask<Services> = {
  name: 'live-ingest',
  start: async ({ services, log }) => {
    const ingest = createIngest(services);
    const server = await listen(services, ingest.admit);
    if (server)
      log.info({ port: server.port, mostStreams: services.live.mostStreams }, 'Live streams are taken in by RTMP');
    return {
      stop: async () => {
        await ingest.stop();
        await server?.stop();
      },
    };
  },
};
