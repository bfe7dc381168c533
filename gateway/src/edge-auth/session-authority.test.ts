import { manualClock } from '@vitrina/platform/clock';
import { AppError } from '@vitrina/platform/errors';
import type { InternalCaller } from '@vitrina/platform/internal';
import { describe, expect, it } from 'vitest';
import { createSessionAuthority } from './session-authority.ts';

const row = (sessionId: string) => ({
  sessionId,
  active: true,
  userId: 'usr_1',
  scopes: ['support'],
  shops: [{ shopId: 'shp_1', capabilities: ['stock:write'] }],
});

const make = () => {
  const clock = manualClock();
  const asked: (readonly string[])[] = [];
  let answer: (ids: readonly string[]) => unknown = (ids) => ({
    sessionStates: ids.filter((id) => id !== 'ses_gone').map(row),
  });
  const internal: InternalCaller = {
    call: async (_context, _document, variables) => {
      const { ids } = variables as { ids: readonly string[] };
      asked.push(ids);
      return answer(ids) as never;
    },
  };
  const authority = createSessionAuthority(internal, () => Promise.resolve({ keys: [] }), clock);
  const answerWith = (next: typeof answer): void => {
    answer = next;
  };
  return { authority, asked, clock, answerWith };
};

describe('the session authority', () => {
  it('asks once for sessions that are wanted together, and not again within a second', async () => {
    const { authority, asked } = make();
    const states = await Promise.all(['ses_1', 'ses_2', 'ses_1', 'ses_gone'].map((id) => authority.session(id)));
    expect(asked).toEqual([['ses_1', 'ses_2', 'ses_gone']]);
    expect(states).toEqual([
      { active: true, userId: 'usr_1', scopes: ['support'], shops: { shp_1: ['stock:write'] } },
      expect.objectContaining({ active: true }),
      expect.objectContaining({ active: true }),
      null,
    ]);
    await authority.session('ses_1');
    expect(asked).toHaveLength(1);
  });

  it('sees a revocation within a second', async () => {
    const { authority, answerWith, clock } = make();
    await authority.session('ses_1');
    answerWith(() => ({ sessionStates: [{ ...row('ses_1'), active: false }] }));
    clock.advance(1_000);
    expect((await authority.session('ses_1'))?.active).toBe(false);
  });

  it('lets the last answer stand in while identity is not there, but not for long and not for strangers', async () => {
    const { authority, answerWith, clock } = make();
    await authority.session('ses_1');
    answerWith(() => {
      throw new AppError('UNAVAILABLE', 'identity does not answer');
    });
    clock.advance(10_000);
    expect((await authority.session('ses_1'))?.active).toBe(true);
    await expect(authority.session('ses_2')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    clock.advance(61_000);
    await expect(authority.session('ses_1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
