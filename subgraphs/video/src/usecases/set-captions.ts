import { randomBytes } from 'node:crypto';
import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { and, eq, sql } from 'drizzle-orm';
import { readCaptions } from '../domain/captions.ts';
import { captionFile, contentTypeOf, prefixOf } from '../domain/object-keys.ts';
import type { Services } from '../services.ts';
import { caption } from '../store/parts.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { lockStaffVideo, staffVideo } from './access.ts';
import { discard, wakeDeleting } from './discard.ts';

const maxLanguages = 30;

export interface CaptionsInput {
  readonly videoId: string;
  readonly language: string;
  readonly label: string;
  readonly webVtt: string;
}

const tooManyLanguages = (): Refusal =>
  plainRefusal(
    'TOO_MANY_LANGUAGES',
    ['language'],
    `A video takes captions in at most ${maxLanguages} languages; take one away first.`,
  );

const filesMoved = (): Refusal =>
  plainRefusal('VIDEO_CHANGED', [], 'The files of this video were moved just now; send the captions again.');

const ofLanguage = (videoId: string, language: string) =>
  and(eq(caption.videoId, videoId), eq(caption.language, language));

/** Lets go of the track of one language; false when there was none. */
const takeAway = async (services: Services, tx: Tx, row: VideoRow, language: string): Promise<boolean> => {
  const [gone] = await tx.delete(caption).where(ofLanguage(row.id, language)).returning();
  if (!gone) return false;
  await discard(tx, services.clock.now(), [{ bucket: row.storedIn, key: `${prefixOf(row)}${gone.file}` }]);
  return true;
};

const bump = async (tx: Tx, row: VideoRow): Promise<VideoRow> => {
  const [changed] = await tx
    .update(video)
    .set({ version: sql`${video.version} + 1` })
    .where(eq(video.id, row.id))
    .returning();
  return changed ?? row;
};

/**
 * Sets or, with an empty text, takes away the captions of one language. The file is stored before the row names it.
 * Refusals: those of `readCaptions` and of a text, TOO_MANY_LANGUAGES, VIDEO_CHANGED.
 */
export const setCaptions = async (
  services: Services,
  identity: Identity,
  { videoId, language, label, webVtt }: CaptionsInput,
): Promise<Result<VideoRow, Refusal>> => {
  const { database, objects } = services;
  const known = await staffVideo(database.orm, identity, videoId);
  if (webVtt.trim() === '') {
    const row = await database.transaction(async (tx) => {
      const locked = await lockStaffVideo(tx, identity, videoId);
      return (await takeAway(services, tx, locked, language)) ? bump(tx, locked) : locked;
    });
    await wakeDeleting(services);
    return ok(row);
  }
  const name = readText(label, { field: ['label'], min: 1, max: 60 });
  const text = readCaptions(webVtt, known.facts?.durationSeconds ?? null);
  if (!name.ok) return text.ok ? name : refuse(name.refusals[0], ...text.refusals);
  if (!text.ok) return text;
  // A name of its own every time: what was let go of is looked at again an hour later, and must not be in use by then.
  const file = captionFile(language, randomBytes(8).toString('hex'));
  await objects.put(known.storedIn, `${prefixOf(known)}${file}`, Buffer.from(text.value), {
    contentType: contentTypeOf(file),
  });
  const done = await database.transaction(async (tx): Promise<Result<VideoRow, Refusal>> => {
    const row = await lockStaffVideo(tx, identity, videoId);
    if (row.objectToken !== known.objectToken) return refuse(filesMoved());
    await takeAway(services, tx, row, language);
    const languages = await tx.$count(caption, eq(caption.videoId, videoId));
    if (languages >= maxLanguages) return refuse(tooManyLanguages());
    await tx.insert(caption).values({ videoId, language, label: name.value, file });
    return ok(await bump(tx, row));
  });
  await wakeDeleting(services);
  return done;
};
