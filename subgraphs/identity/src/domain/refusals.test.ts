import { describe, expect, it } from 'vitest';
import { tooManyAttempts } from './refusals.ts';

describe('somebody who tried too often', () => {
  it.each([
    [1, '1 second and'],
    [2, '2 seconds and'],
    [89, '89 seconds and'],
    [90, '2 minutes and'],
    [121, '3 minutes and'],
    [3_600, '60 minutes and'],
  ])('is told to wait %i s as "%s"', (seconds, words) => {
    expect(tooManyAttempts(seconds)).toMatchObject({
      retryAfterSeconds: seconds,
      message: expect.stringContaining(words),
    });
  });
});
