import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveJob } from '../clients/ffmpeg/live.ts';
import type { Services } from '../services.ts';
import type { LiveStreamRow } from '../store/live.table.ts';
import { beating, settleFromSegments } from '../usecases/assemble-recording.ts';
import { forgetSegments, keepSegment, segmentsOf } from '../usecases/live-segments.ts';
import { beat, losePublisher } from '../usecases/run-live-stream.ts';
import { settleLiveStream } from '../usecases/settle-live-stream.ts';
import { type Airtime, createAirtime } from './airtime.ts';
import { createHlsPublisher, type HlsPublisher } from './hls-publisher.ts';
import { createRecording, type Recording } from './recording.ts';
import { messageType } from './rtmp/chunks.ts';
import { flvHeader, flvTag } from './rtmp/flv.ts';
import type { Publication } from './rtmp/session.ts';

/** One show on this worker, over all connections of its publisher. */
export interface Broadcast {
  /** Takes another publisher; `close` cuts it off. */
  connect(row: LiveStreamRow, close: () => void): Publication;
  /** False once it takes nobody any more and is being wrapped up. */
  isOpen(): boolean;
  /** Resolves when the show is over and settled, or was given up before it began. */
  readonly over: Promise<void>;
  /** Cuts the publisher off and leaves the rest to others: this worker stops. */
  stop(): Promise<void>;
}

const lookEveryMs = 500;
/** Failed looks in a row after which a show is given up: some 20 s. */
const mostFailures = 40;
const recordingFile = 'recording.flv';
/** What ffmpeg may be behind before the publisher is made to wait. */
const inputBytes = 4 * 1024 * 1024;

interface Connection {
  readonly name: string;
  readonly keyHash: string;
  readonly close: () => void;
  /** ffmpeg has written everything this connection sent. */
  readonly done: Promise<void>;
}

interface Parts {
  readonly services: Services;
  readonly id: string;
  readonly folder: string;
  readonly air: Airtime;
  readonly publisher: HlsPublisher;
  readonly recording: Recording;
  /** Set when another worker had this show before: the recording here is not the whole of it, the segments are. */
  readonly tookOver: LiveStreamRow | undefined;
}

/** The publisher's half: bytes into ffmpeg and into the recording, until the connection ends. */
const createLinks = ({ services, id, folder, recording, air }: Parts) => {
  // Segments are cached by name, also those of a preview before: no show uses a name of another one.
  const show = randomBytes(4).toString('hex');
  const connections: Connection[] = [];
  let lost = false;

  /** One after the other: the last segments of a lost connection come before the first ones of the next. */
  const transcode = async (previous: Connection | undefined, job: LiveJob, close: () => void): Promise<void> => {
    await previous?.done;
    try {
      await (await services.broadcaster()).broadcast(job);
    } catch (error) {
      // A publisher that sends what cannot be decoded is cut off; the show may go on with another connection.
      services.log.warn({ err: error, liveStreamId: id }, 'A live connection could not be made into HLS');
      close();
    }
  };

  const connect = (row: LiveStreamRow, close: () => void): Publication => {
    const input = new PassThrough({ highWaterMark: inputBytes });
    const name = `${show}-${connections.length + 1}`;
    const previous = connections.at(-1);
    if (previous) recording.reconnected();
    lost = false;
    input.write(flvHeader);
    const done = transcode(previous, { input, folder, name }, close);
    connections.push({ name, keyHash: row.keyHash, close, done });
    return {
      onMedia: (message, resume) => {
        if (message.type !== messageType.data) air.hear(name, message.timestamp);
        recording.take(message, air.isOn());
        const tag = flvTag(message, 0);
        if (!tag || input.writableEnded || input.write(tag)) return true;
        input.once('drain', resume);
        return false;
      },
      onEnd: () => {
        lost = true;
        input.end();
      },
    };
  };
  return {
    connect,
    connections,
    /** Notes once that the publisher is gone; nobody else is admitted before. */
    noteLoss: async (): Promise<void> => {
      if (!lost) return;
      // Before it is noted: from then on another one may come, and leave again.
      lost = false;
      try {
        await losePublisher(services, id);
      } catch (error) {
        lost = true;
        throw error;
      }
    },
  };
};

type Links = ReturnType<typeof createLinks>;

const publishAll = async ({ publisher }: Parts, { connections }: Links): Promise<void> => {
  for (const { name } of connections) await publisher.publish(name);
};

/** One look after a show: publishes segments, gives a sign of life, cuts off an old key. Gives how the stream stands. */
const look = async (parts: Parts, links: Links): Promise<LiveStreamRow | undefined> => {
  await links.noteLoss();
  await publishAll(parts, links);
  const row = await beat(parts.services, parts.id);
  const current = links.connections.at(-1);
  if (row && current && row.keyHash !== current.keyHash) current.close();
  return row;
};

/** Looks after a show until it is over. A database or a store that is away for a while must not end it. */
const untilOver = async (parts: Parts, links: Links, stop: AbortSignal) => {
  const { log } = parts.services;
  let failures = 0;
  while (!stop.aborted) {
    await pause(lookEveryMs);
    try {
      const row = await look(parts, links);
      failures = 0;
      if (!row || row.state === 'IDLE' || row.state === 'ENDED') return;
      parts.air.see(row);
    } catch (error) {
      failures += 1;
      if (failures >= mostFailures) throw error;
      log.warn(
        { err: error, liveStreamId: parts.id, failures },
        'A live stream could not be looked after; trying again',
      );
    }
  }
};

/** What is left to do when it is over: the last segments, the end of the playlist, the recording. */
const wrapUp = async (parts: Parts, links: Links, isStopping: boolean): Promise<void> => {
  const { services, id, air, publisher, recording, folder, tookOver } = parts;
  await links.connections.at(-1)?.done;
  await publishAll(parts, links);
  const sizeBytes = await recording.end();
  if (isStopping) {
    // The publisher may come back to another worker, which goes on from the segments that were stored.
    await losePublisher(services, id);
    return;
  }
  await publisher.end(air.place());
  if (tookOver) await settleFromSegments(services, tookOver);
  else
    await settleLiveStream(
      services,
      id,
      sizeBytes > 0 ? recordedAs(join(folder, recordingFile), sizeBytes) : undefined,
    );
};

const recordedAs = (path: string, sizeBytes: number) => ({ path, sizeBytes, contentType: 'video/x-flv' }) as const;

/** What another worker sent of a show that goes on; of a preview nothing is kept. */
const sentBefore = async (services: Services, row: LiveStreamRow) => {
  if (row.state === 'LIVE') return segmentsOf(services, row.id);
  await forgetSegments(services, row.id);
  return [];
};

/** Opens a show in a folder of its own, which is gone when the show is over. */
export const openBroadcast = async (services: Services, row: LiveStreamRow): Promise<Broadcast> => {
  const scratch = await services.scratch();
  const stopping = new AbortController();
  const sent = await sentBefore(services, row);
  let open = true;
  return new Promise<Broadcast>((opened, failed) => {
    const over = scratch.use(async (folder) => {
      const air = createAirtime(row);
      const publisher = createHlsPublisher({
        objects: services.objects,
        folder,
        placeOf: air.placeOf,
        sent,
        onSent: (segment) => keepSegment(services, { ...segment, liveStreamId: row.id }),
      });
      const recording = createRecording(join(folder, recordingFile));
      const tookOver = row.state === 'LIVE' ? row : undefined;
      const parts = { services, id: row.id, folder, air, publisher, recording, tookOver };
      const links = createLinks(parts);
      opened({
        connect: links.connect,
        isOpen: () => open,
        over,
        stop: async () => {
          stopping.abort();
          await over;
        },
      });
      try {
        await untilOver(parts, links, stopping.signal);
      } finally {
        open = false;
        links.connections.at(-1)?.close();
      }
      await beating(services, row.id, () => wrapUp(parts, links, stopping.signal.aborted));
    });
    over.catch(failed);
  });
};
