import { AppError } from '@vitrina/platform/errors';
import { lookupKey } from '@vitrina/platform/text';

const forged = (): AppError =>
  new AppError('BAD_USER_INPUT', 'This is not a cursor of this list; use a cursor from pageInfo or edges.', {
    field: ['after'],
  });

/** The place a cursor names in a list sorted by time and id. A cursor comes from outside and may say anything. */
export const timeKey = ([instant, id]: readonly [instant: unknown, id: unknown]): { at: Date; id: string } => {
  const at = new Date(typeof instant === 'string' ? instant : Number.NaN);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9_999 || typeof id !== 'string') throw forged();
  return { at, id: lookupKey(id) };
};

/** The number of a message a cursor names. */
export const sequenceKey = ([sequence]: readonly [sequence: unknown]): number => {
  if (typeof sequence !== 'number' || !Number.isInteger(sequence) || Math.abs(sequence) > 2_147_483_647) throw forged();
  return sequence;
};

/** The id a cursor names. */
export const idKey = ([id]: readonly [id: unknown]): string => {
  if (typeof id !== 'string') throw forged();
  return lookupKey(id);
};
