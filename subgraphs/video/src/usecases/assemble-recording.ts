import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { invariant } from '@vitrina/platform/errors';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { livePrefixOf } from '../domain/object-keys.ts';
import type { Services } from '../services.ts';
import { type LiveSegmentRow, type LiveStreamRow, liveStream } from '../store/live.table.ts';
import { segmentsOnAir } from './live-segments.ts';
import { settleLiveStream } from './settle-live-stream.ts';
import { silentBefore } from './silence.ts';

/** After as many tries a stream is settled without a recording: what cannot be joined three times will not be. */
const mostTries = 3;
const beatEveryMs = 10_000;
const recordingFile = 'recording.mp4';

/** A run of segments whose times go on from one to the next. */
export interface RecordedPart {
  readonly file: string;
  readonly seconds: number;
  readonly segments: readonly string[];
}

/** Segments of one connection in a row are one part. */
export const partsOf = (
  segments: readonly Pick<LiveSegmentRow, 'file' | 'seconds' | 'connection'>[],
): RecordedPart[] => {
  const parts: { connection: string; seconds: number; segments: string[] }[] = [];
  for (const { connection, file, seconds } of segments) {
    const last = parts.at(-1);
    if (last?.connection === connection) {
      last.segments.push(file);
      last.seconds += seconds;
    } else parts.push({ connection, seconds, segments: [file] });
  }
  return parts.map(({ seconds, segments: files }, index) => ({ file: `part-${index}.ts`, seconds, segments: files }));
};

/** Transport streams of one connection may be put behind each other byte by byte. */
const fetchPart = async ({ objects }: Services, prefix: string, folder: string, part: RecordedPart): Promise<void> => {
  for (const [index, file] of part.segments.entries()) {
    const found = await objects.get('public', `${prefix}${file}`);
    invariant(found, `The segment ${file} is noted and not stored.`);
    await pipeline(found.body, createWriteStream(join(folder, part.file), { flags: index === 0 ? 'w' : 'a' }));
  }
};

/** Claims an ended stream nobody looks after: its heartbeat is the lease. */
const claim = async ({ database, clock }: Services, id: string): Promise<LiveStreamRow | undefined> => {
  const now = clock.now();
  const [row] = await database.orm
    .update(liveStream)
    .set({ heartbeatAt: now, assemblyTries: sql`${liveStream.assemblyTries} + 1` })
    .where(
      and(
        eq(liveStream.id, id),
        eq(liveStream.state, 'ENDED'),
        isNull(liveStream.settledAt),
        or(isNull(liveStream.heartbeatAt), lt(liveStream.heartbeatAt, silentBefore(now))),
      ),
    )
    .returning();
  return row;
};

/** Gives signs of life of a stream while work on it lasts, so that nobody else begins it. */
export const beating = async <T>(
  { database, clock, log }: Services,
  id: string,
  work: () => Promise<T>,
): Promise<T> => {
  const timer = setInterval(() => {
    database.orm
      .update(liveStream)
      .set({ heartbeatAt: clock.now() })
      .where(eq(liveStream.id, id))
      .catch((error: unknown) => log.warn({ err: error, liveStreamId: id }, 'A sign of life was lost'));
  }, beatEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};

/**
 * Settles an ended stream with a recording made of what its viewers were sent while it was on the air; without one when there
 * is nothing. This is how a show ends whose worker died, or changed: the worker's own recording, in the publisher's
 * quality, was on that worker's disk.
 */
export const settleFromSegments = async (
  services: Services,
  row: LiveStreamRow,
  signal?: AbortSignal,
): Promise<void> => {
  const parts = partsOf(await segmentsOnAir(services, row.id));
  if (parts.length === 0) {
    await settleLiveStream(services, row.id, undefined);
    return;
  }
  const scratch = await services.scratch();
  await beating(services, row.id, () =>
    scratch.use(async (folder) => {
      for (const part of parts) await fetchPart(services, livePrefixOf(row), folder, part);
      const broadcaster = await services.broadcaster();
      await broadcaster.join({ folder, parts, out: recordingFile, ...(signal ? { signal } : {}) });
      const path = join(folder, recordingFile);
      const { size } = await stat(path);
      await settleLiveStream(services, row.id, { path, sizeBytes: size, contentType: 'video/mp4' });
    }),
  );
};

/** The same for a stream whose worker is gone, as a job: one worker does it, at most a few times. */
export const assembleRecording = async (services: Services, id: string, signal: AbortSignal): Promise<void> => {
  const row = await claim(services, id);
  if (!row) return;
  if (row.assemblyTries > mostTries) {
    services.log.error({ liveStreamId: id }, 'The recording of a live stream could not be put together; it has none');
    await settleLiveStream(services, id, undefined);
    return;
  }
  await settleFromSegments(services, row, signal);
};
