import { AppError } from '@vitrina/platform/errors';

const maxBatch = 500;

/** Bounds what one internal question may ask for: an answer that silently left some out would be taken for "unknown". */
export const assertBatch = (ids: readonly string[]): void => {
  if (ids.length > maxBatch)
    throw new AppError('BAD_USER_INPUT', `Ask for at most ${maxBatch} ids at once.`, { field: ['ids'] });
};
