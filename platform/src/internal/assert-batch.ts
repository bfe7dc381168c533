import { AppError } from '../errors/index.ts';

/** The most things one internal question may ask about. */
const maxBatch = 500;

/**
 * Bounds what one internal question may ask for; `field` is the argument's name. Refused and not cut short: an answer that
 * silently left some out would be taken for "unknown".
 */
export const assertBatch = (asked: readonly unknown[], field = 'ids'): void => {
  if (asked.length > maxBatch)
    throw new AppError('BAD_USER_INPUT', `Ask for at most ${maxBatch} ${field} at once.`, { field: [field] });
};
