import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { Crowd } from './crowd.ts';
import { textOf } from './texts.ts';

interface Said {
  readonly type: string;
  readonly id: string;
  readonly payload: { readonly variables: { readonly afterSeq?: number; readonly input?: { readonly text: string } } };
}

/** A chat that gives out the sequences it is told to, right or wrong, and answers sends with the given one. */
const chatOf = async (sequencesAfter: (afterSeq: number) => readonly number[], answerWith: () => number | null) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data)) as Said;
      if (type === 'connection_init') say({ type: 'connection_ack' });
      if (type !== 'subscribe') return;
      if (payload.variables.input) {
        const sequence = answerWith();
        const sendMessage = { message: { sequence }, userErrors: [] };
        say({ id, type: 'next', payload: { data: { sendMessage } } });
        say({ id, type: 'complete' });
        return;
      }
      for (const sequence of sequencesAfter(payload.variables.afterSeq ?? 0))
        say({ id, type: 'next', payload: { data: { messageAdded: { sequence, text: `${sequence}` } } } });
    });
  });
  return server;
};

describe('the crowd that judges a chat', () => {
  let server: WebSocketServer | undefined;
  let crowd: Crowd | undefined;
  afterEach(async () => {
    crowd?.close();
    await new Promise((resolve) => server?.close(resolve));
  });
  const follow = async (sequences: readonly number[], answerWith: () => number | null = () => null) => {
    server = await chatOf((after) => sequences.filter((sequence) => sequence > after || after > 0), answerWith);
    const ports = [(server.address() as AddressInfo).port];
    const followers = [{ conversationId: 'cnv_1', token: 't', head: 1 }];
    crowd = new Crowd({ kind: 'open', ports, added: { query: 'a' }, send: { query: 's' }, followers });
    await crowd.open();
    return crowd;
  };
  const verdict = async (judge: Crowd) => {
    const answer = await judge.verify();
    if (answer.kind !== 'verified') throw new Error('No verdict.');
    return answer.figures;
  };

  it('has nothing to say against messages that come once and in order', async () => {
    const judge = await follow([1, 2, 3]);
    expect(await verdict(judge)).toMatchObject({ deliveries: 3, lost: 0, duplicated: 0, reordered: 0 });
  });

  it('sees what comes twice and what is jumped over', async () => {
    const judge = await follow([1, 2, 2, 4, 3]);
    expect(await verdict(judge)).toMatchObject({ deliveries: 5, duplicated: 2, reordered: 1 });
  });

  it('misses what was given a number and never came, and sees a send that was written twice', async () => {
    // Two were sent and the second one got number 5: three were written, and the follower stands at 2.
    const numbers = [4, 5];
    const judge = await follow([1, 2], () => numbers.shift() ?? null);
    await judge.talk({ kind: 'talk', perSecond: 100, seconds: 0.02, cuts: 0 });
    expect(await verdict(judge)).toMatchObject({ lost: 3, duplicated: 2, refused: 0 });
  });

  it('tells of refusals', async () => {
    const judge = await follow([1]);
    await judge.talk({ kind: 'talk', perSecond: 100, seconds: 0.01, cuts: 0 });
    expect(await verdict(judge)).toMatchObject({ refused: 1, firstRefusal: expect.stringContaining('sequence') });
  });
});

describe('what is said', () => {
  it('differs from message to message and holds no digits, which filters take for phone numbers', () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => textOf(index));
    expect(new Set(texts).size).toBe(5_000);
    expect(texts.some((text) => /\d/.test(text))).toBe(false);
  });
});
