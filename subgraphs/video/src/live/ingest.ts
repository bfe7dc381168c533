import type { BackgroundTask } from '@vitrina/platform/subgraph';
import type { Services } from '../services.ts';
import type { LiveStreamRow } from '../store/live.table.ts';
import { admitPublisher, losePublisher } from '../usecases/run-live-stream.ts';
import { type Broadcast, openBroadcast } from './broadcast.ts';
import { type RtmpServer, startRtmpServer } from './rtmp/server.ts';
import type { Admit, Publication } from './rtmp/session.ts';
import { usualPort } from './settings.ts';

/** Takes publishers in on this worker, at most `live.mostStreams` at a time. */
export const createIngest = (services: Services) => {
  const shows = new Map<string, Broadcast>();
  /** Streams whose publisher is being taken in: they have their place before they have a show. */
  const coming = new Set<string>();
  const { log, live } = services;
  let stopped = false;

  const hasRoom = (id: string): boolean => {
    if (stopped) return false;
    const others = new Set([...shows.keys(), ...coming]);
    if (others.has(id) || others.size < live.mostStreams) return true;
    log.warn({ liveStreamId: id, mostStreams: live.mostStreams }, 'This worker has as many live streams as it takes');
    return false;
  };

  const showFor = async (row: LiveStreamRow): Promise<Broadcast> => {
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

  /** Gives an admitted publisher its show. Where there is none to be had it may try again at once, here or elsewhere. */
  const connect = async (row: LiveStreamRow, close: () => void): Promise<Publication | undefined> => {
    try {
      const show = await showFor(row);
      if (!stopped) return show.connect(row, close);
      await show.stop();
      return undefined;
    } catch (error) {
      await losePublisher(services, row.id).catch((unnoted: unknown) => {
        log.warn({ err: unnoted, liveStreamId: row.id }, 'A publisher could not be let go of; the sweep does it');
      });
      throw error;
    }
  };

  const take = async (key: string, close: () => void): Promise<Publication | undefined> => {
    let place: string | undefined;
    try {
      const row = await admitPublisher(services, key, (id) => {
        if (!hasRoom(id)) return false;
        place = id;
        coming.add(id);
        return true;
      });
      return row && (await connect(row, close));
    } finally {
      if (place) coming.delete(place);
    }
  };
  const admit: Admit = (key, close) =>
    take(key, close).catch((error: unknown) => {
      log.error({ err: error }, 'A publisher could not be taken in');
      return undefined;
    });
  return {
    admit,
    stop: async (): Promise<void> => {
      stopped = true;
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
