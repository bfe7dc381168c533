import { expect, it } from 'vitest';
import { assertBatch } from './index.ts';

it('lets an internal question ask about 500 things and refuses one more, under the name of its argument', () => {
  expect(() => assertBatch(Array(500).fill('usr_1'))).not.toThrow();
  expect(() => assertBatch(Array(501).fill('usr_1'))).toThrow('at most 500 ids');
  expect(() => assertBatch(Array(501).fill({}), 'inputs')).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field: ['inputs'] }) }),
  );
});
