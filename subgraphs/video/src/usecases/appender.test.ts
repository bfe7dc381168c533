import { describe, expect, it } from 'vitest';
import { createAppender } from './appender.ts';

describe('an appender', () => {
  it('writes a lone row at once, and together what came while it was busy', async () => {
    const statements: (readonly number[])[] = [];
    const appender = createAppender(async (rows: readonly number[]) => {
      statements.push(rows);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return rows.map((row) => row * 10);
    }, 3);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((row) => appender.append(row)));
    expect(answers).toEqual([10, 20, 30, 40, 50, 60]);
    expect(statements).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('fails the rows of a statement that failed, and goes on with the next', async () => {
    let calls = 0;
    const appender = createAppender(async (rows: readonly string[]) => {
      calls += 1;
      if (calls === 1) throw new Error('The database is away.');
      return rows;
    }, 10);
    await expect(appender.append('first')).rejects.toThrow('The database is away.');
    expect(await appender.append('second')).toBe('second');
  });
});
