import { describe, expect, it } from 'vitest';
import { createAirtime } from './airtime.ts';

const preview = { id: 'liv_1', objectToken: 'preview', state: 'CONNECTED' } as const;
const show = { id: 'liv_1', objectToken: 'show', state: 'LIVE' } as const;

/** Airtime with a clock of its own; `send` brings so many seconds of a connection, as fast as they are. */
const begin = (row: typeof preview | typeof show = preview) => {
  let nowMs = 0;
  const air = createAirtime(row, () => nowMs);
  return {
    air,
    pass: (seconds: number) => {
      nowMs += seconds * 1_000;
    },
    send: (connection: string, seconds: number, fromMs = 0) => {
      for (let at = 0; at <= seconds * 1_000; at += 100) air.hear(connection, fromMs + at);
      nowMs += seconds * 1_000;
    },
    /** Folders of segments that begin at these seconds. */
    foldersAt: (connection: string, ...seconds: readonly number[]) =>
      seconds.map((at) => air.placeOf(connection, at).prefix.split('/')[2]),
  };
};

describe('airtime', () => {
  it('is none before the show: everything lies in the preview’s folder', () => {
    const { air, send, foldersAt } = begin();
    send('a', 10);
    air.see(preview);
    expect(air.isOn()).toBe(false);
    expect(foldersAt('a', 0, 8)).toEqual(['preview', 'preview']);
    expect(air.place()).toEqual({ prefix: 'live/liv_1/preview/', onAir: false });
  });

  it('begins with the first segment that came in wholly after it, however late it is looked at', () => {
    const { air, send, pass, foldersAt } = begin();
    send('a', 10.5);
    air.see(show);
    air.see(show);
    pass(30);
    expect(foldersAt('a', 6, 8, 10, 12, 14)).toEqual(['preview', 'preview', 'preview', 'show', 'show']);
    expect(air.place()).toEqual({ prefix: 'live/liv_1/show/', onAir: true });
  });

  it('counts from the publisher’s first picture, whatever its clock says', () => {
    const { air, send, foldersAt } = begin();
    send('a', 4, 7_000_000);
    air.see(show);
    expect(foldersAt('a', 2, 4)).toEqual(['preview', 'show']);
  });

  it('does not wait for ever for time stamps that jump', () => {
    const { air, send, foldersAt } = begin();
    air.hear('a', 0);
    send('a', 4, 9_000_000);
    air.see(show);
    expect(foldersAt('a', 8, 10)).toEqual(['preview', 'show']);
  });

  it('has every segment of a connection that came later', () => {
    const { air, send, foldersAt } = begin();
    send('a', 10);
    air.see(show);
    send('b', 2);
    expect(foldersAt('b', 0)).toEqual(['show']);
    expect(foldersAt('a', 0)).toEqual(['show']);
  });

  it('has everything on a worker that takes a show over', () => {
    const { air, send, foldersAt } = begin(show);
    send('a', 2);
    air.see(show);
    expect(foldersAt('a', 0)).toEqual(['show']);
  });
});
