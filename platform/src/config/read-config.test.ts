import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, readConfig } from './index.ts';

const schema = z.object({
  A_PORT: z.coerce.number().int().max(65_535).default(80).describe('a TCP port'),
  A_SECRET: z.string().min(32).describe('at least 32 characters'),
});

describe('the environment of a process', () => {
  it('is read with its defaults, and what else is in it is left alone', () => {
    const secret = 'x'.repeat(32);
    expect(readConfig(schema, { A_SECRET: secret, ANOTHER: 'y' })).toEqual({ A_PORT: 80, A_SECRET: secret });
  });

  it('that does not fit is told by names and what was expected, all at once and without values', () => {
    const read = () => readConfig(schema, { A_PORT: 'http', A_SECRET: 'hunter2' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/A_PORT: .*\(expected: a TCP port\)\n {2}A_SECRET: .*\(expected: at least 32 characters\)/);
    expect(read).not.toThrow(/hunter2|http\b/);
  });
});
