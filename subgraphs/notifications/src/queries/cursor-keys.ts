import { AppError } from '@vitrina/platform/errors';

const forged = (): AppError =>
  new AppError('BAD_USER_INPUT', 'This is not a cursor of this list; use a cursor from pageInfo or edges.', {
    field: ['after'],
  });

/** The number a cursor names in a person's list. A cursor comes from outside and may name what no column holds. */
export const sequenceKey = ([sequence]: readonly [sequence: unknown]): number => {
  if (typeof sequence !== 'number' || !Number.isInteger(sequence) || Math.abs(sequence) > 2_147_483_647) throw forged();
  return sequence;
};

/** The place a cursor names in a list sorted by time and then by a text. */
export const timeKey = ([instant, text]: readonly [instant: unknown, text: unknown]): { at: Date; text: string } => {
  const at = new Date(typeof instant === 'string' ? instant : Number.NaN);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9_999 || typeof text !== 'string') throw forged();
  return { at, text };
};
