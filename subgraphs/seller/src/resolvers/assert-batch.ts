import { AppError } from '@vitrina/platform/errors';

const maxBatch = 500;

/** Bounds what one internal question may ask for. */
export const assertBatch = (asked: readonly unknown[], field = 'ids'): void => {
  if (asked.length > maxBatch)
    throw new AppError('BAD_USER_INPUT', `Ask for at most ${maxBatch} ${field} at once.`, { field: [field] });
};
