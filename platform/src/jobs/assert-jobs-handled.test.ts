import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assertJobsHandled, defineJob, handleJob } from './index.ts';

const job = (name: string) => defineJob({ name, data: z.object({}) });
const send = job('mail.send');
const purge = job('mail.purge');
const handled = (...jobs: ReturnType<typeof job>[]) => jobs.map((one) => handleJob(one, async () => {}));

describe('the boot check of jobs', () => {
  it('accepts exactly one handler per declared job', () => {
    expect(() => assertJobsHandled([send, purge], handled(purge, send))).not.toThrow();
  });
  it('names a job without a handler', () => {
    expect(() => assertJobsHandled([send, purge], handled(send))).toThrow('mail.purge has no handler');
  });
  it('names a job with two handlers', () => {
    expect(() => assertJobsHandled([send], handled(send, send))).toThrow('mail.send has 2 handlers');
  });
  it('names a handler whose job is not declared', () => {
    expect(() => assertJobsHandled([send], handled(send, purge))).toThrow(
      'mail.purge has a handler but is not declared',
    );
  });
  it('names a job that is declared twice, and every other fault with it', () => {
    expect(() => assertJobsHandled([send, send, purge], handled(send))).toThrow(
      /mail\.send is declared twice; mail\.purge has no handler/,
    );
  });
});
