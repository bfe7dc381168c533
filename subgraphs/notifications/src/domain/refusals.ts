import { plainRefusal, type Refusal } from '@vitrina/platform/result';

export const changedMeanwhile = (version: number): Refusal =>
  plainRefusal(
    'CHANGED_MEANWHILE',
    ['expectedVersion'],
    `The preferences are at version ${version} by now; read them again and repeat what you want changed.`,
  );

export const tooMany = (code: string, what: string, retryAfterSeconds: number): Refusal =>
  plainRefusal(code, [], `${what} Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`);
