import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Batch } from './batch.ts';
import type { Transport } from './outbox.ts';
import type { Recording } from './record-playback.ts';

let recordPlayback: (recording: Recording) => Transport;
beforeAll(async () => {
  // The build puts the hashes in; the module reads them as it is loaded.
  vi.stubGlobal('vitrinaOperations', { PlayerLiveStream: 'a', PlayerVideo: 'b', RecordPlayback: 'hash-of-record' });
  ({ recordPlayback } = await import('./record-playback.ts'));
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => vi.resetModules());

const batch: Batch = { sequence: 3, watched: [], rebufferCount: 1, rebufferMs: 20 };
const transport = () => recordPlayback({ endpoint: '/graphql', videoId: 'vid_1', sessionId: 'session-1' });
const answering = (status: number, body: string) => {
  const sent: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push(init);
    return new Response(body, { status });
  });
  return sent;
};
const errorOf = (code: string) => JSON.stringify({ errors: [{ message: 'x', extensions: { code } }] });

describe('a batch on its way to the graph', () => {
  it('names the registered operation, the video and the viewing, and no person', async () => {
    const sent = answering(200, '{"data":{}}');
    expect(await transport().send(batch)).toBe('taken');
    expect(sent[0]).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect(JSON.parse(String(sent[0]?.body))).toEqual({
      operationName: 'RecordPlayback',
      variables: { input: { videoId: 'vid_1', sessionId: 'session-1', ...batch } },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'hash-of-record' } },
    });
  });

  it.each([
    [503, '', 'unreachable'],
    [429, '', 'unreachable'],
    [200, errorOf('RATE_LIMITED'), 'unreachable'],
    [200, errorOf('UNAVAILABLE'), 'unreachable'],
    [200, errorOf('NOT_FOUND'), 'refused'],
    [200, '{"errors":[{"message":"no code"}]}', 'refused'],
    [400, '', 'refused'],
    [413, '', 'refused'],
  ])('that is answered by %d %s is %s', async (status, body, delivery) => {
    answering(status, body);
    expect(await transport().send(batch)).toBe(delivery);
  });

  it('is sent again when there was no answer, or one of somebody else on the line', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await transport().send(batch)).toBe('unreachable');
    answering(200, '<html>Sign in to this network</html>');
    expect(await transport().send(batch)).toBe('unreachable');
  });

  it('goes as a beacon when the page goes, and says when the browser would not take it', async () => {
    const beacons: [string, Blob][] = [];
    let takes = true;
    vi.stubGlobal('navigator', {
      sendBeacon: (url: string, body: Blob) => {
        beacons.push([url, body]);
        return takes;
      },
    });
    expect(transport().sendLast(batch)).toBe(true);
    takes = false;
    expect(transport().sendLast(batch)).toBe(false);
    expect(beacons[0]?.[0]).toBe('/graphql');
    expect(beacons[0]?.[1].type).toBe('application/json');
    expect(JSON.parse((await beacons[0]?.[1].text()) ?? '').variables.input).toMatchObject({ sequence: 3 });
  });
});
