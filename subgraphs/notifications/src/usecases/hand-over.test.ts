import { manualClock } from '@vitrina/platform/clock';
import { silentLogger } from '@vitrina/platform/logging';
import { describe, expect, it, vi } from 'vitest';
import type { ChannelPort, OutgoingMessage, SendOutcome } from '../clients/channels/contract.ts';
import type { OutboundChannel } from '../domain/channel.ts';
import { noWishes } from '../domain/workflow/decide.ts';
import { orderPaid, orderShipped } from '../domain/workflows/purchases.ts';
import type { Services } from '../services.ts';
import type { ClaimedStep } from '../store/steps.ts';
import { handOver, type Outgoing } from './hand-over.ts';

const clock = manualClock();
const given = new AbortController();

/** Hands a message to as many addresses as there are answers; an error is thrown. */
const handed = async (
  answers: readonly (SendOutcome | Error)[],
  {
    channel = 'WEB_PUSH',
    workflow = orderShipped,
    forgets = vi.fn(async () => undefined),
  }: {
    readonly channel?: OutboundChannel;
    readonly workflow?: Outgoing['workflow'];
    readonly forgets?: () => Promise<unknown>;
  } = {},
) => {
  const sent: OutgoingMessage[] = [];
  const port: ChannelPort = {
    deduplicates: true,
    send: async (message) => {
      sent.push(message);
      const answer = answers[sent.length - 1];
      if (answer instanceof Error || !answer) throw answer ?? new Error('Nobody asked for this.');
      return answer;
    },
    close: async () => {},
  };
  const orm = {
    delete: () => ({ where: forgets }),
    insert: () => ({ values: () => ({ onConflictDoNothing: forgets }) }),
  };
  const services = {
    channels: { [channel]: port },
    database: { orm },
    clock,
    log: silentLogger,
    render: async () => ({ subject: 'S', text: 'T', locale: 'en', versionId: null }),
    unsubscribeUrl: ({ category }: { category: string }) => `https://market.example/unsubscribe?of=${category}`,
  } as unknown as Services;
  const recipient = { wishes: noWishes, locale: 'en', addresses: { EMAIL: [], WEB_PUSH: [], SMS: [], TELEGRAM: [] } };
  const step = { id: 'stp_1', recipientId: 'usr_1', subjectId: 'ord_1' } as ClaimedStep;
  const addresses = answers.map((_, n) => ({ pointId: `pfp_${n}`, address: `browser ${n}`, suppressed: false }));
  const outcome = await handOver(
    services,
    { step, channel, workflow, recipient, facts: {} },
    addresses,
    {},
    given.signal,
  );
  return { outcome, sent, forgets };
};

const taken: SendOutcome = { kind: 'ACCEPTED', providerId: 'p-1' };
const unknown: SendOutcome = { kind: 'UNKNOWN', code: 'timed out' };
const busy: SendOutcome = { kind: 'RETRY', code: 'PUSH 503' };
const gone: SendOutcome = { kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true };
const large: SendOutcome = { kind: 'REFUSED', code: 'PUSH 413', addressIsDead: false };

describe('one answer for all of a person’s browsers', () => {
  it.each([
    ['taken when any took it', [gone, busy, unknown, taken], taken],
    ['unknown when one may have taken it', [gone, busy, unknown], unknown],
    ['tried again when one may yet take it', [gone, large, busy], busy],
    ['dead when all of them are', [gone, gone], gone],
    ['refused, and not dead, while one of them is there', [gone, large], { ...gone, addressIsDead: false }],
  ])('is %s', async (_what, answers, outcome) => {
    expect((await handed(answers)).outcome).toEqual(outcome);
    expect((await handed([...answers].reverse())).outcome.kind).toBe(outcome.kind);
  });

  it('does not forget what one of them took because of a fault at another, or because a dead one cannot be forgotten', async () => {
    expect((await handed([new TypeError('a defect'), taken])).outcome).toEqual(taken);
    const away = vi.fn(async () => Promise.reject(new Error('the database is away')));
    expect((await handed([gone, taken], { forgets: away })).outcome).toEqual(taken);
    expect(away).toHaveBeenCalledTimes(1);
  });

  it('is a failed try when there was nothing but a fault, told by its name alone', async () => {
    expect((await handed([new TypeError('of somebody@example.com')])).outcome).toEqual({
      kind: 'RETRY',
      code: 'TypeError',
    });
  });

  it('forgets those that are dead, and no others', async () => {
    expect((await handed([gone, large, taken, gone])).forgets).toHaveBeenCalledTimes(2);
  });
});

describe('a message as it is handed over', () => {
  it('has the same key at every address, and what it is about for programs at the other end', async () => {
    const { sent } = await handed([taken, taken]);
    expect(sent).toMatchObject(
      ['browser 0', 'browser 1'].map((address) => ({
        address,
        idempotencyKey: 'stp_1',
        data: { kind: 'order-shipped', subjectId: 'ord_1' },
      })),
    );
  });

  it('can be unsubscribed from by mail alone, and not where nobody may miss it', async () => {
    const urls = [
      (await handed([taken])).sent[0]?.unsubscribeUrl,
      (await handed([taken], { channel: 'EMAIL' })).sent[0]?.unsubscribeUrl,
      (await handed([taken], { channel: 'EMAIL', workflow: orderPaid })).sent[0]?.unsubscribeUrl,
    ];
    expect(urls).toEqual([undefined, 'https://market.example/unsubscribe?of=PURCHASES', undefined]);
  });
});
