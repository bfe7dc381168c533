import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Bundle, bundleProgram } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, type Placed, placed } from './harness.ts';
import { webhookSecret } from './stripe-double.ts';

let market: PaymentsUnderTest;
let child: Bundle;
beforeAll(async () => {
  [market, child] = await Promise.all([
    bootPayments(),
    bundleProgram(fileURLToPath(new URL('./crash-child.ts', import.meta.url))),
  ]);
});
afterAll(async () => {
  await child?.remove();
  await market?.close();
});

const databaseUrl = (): string => {
  const { host, port, database, user, pass } = market.database.sql.options;
  return `postgres://${user}:${pass ?? ''}@${host[0]}:${port[0]}/${database}`;
};

/** Runs a use case in another process that kills itself at the crash point; returns the signal that ended it. */
const killedAt = async (useCase: string, place: string, input: unknown): Promise<string | null> => {
  const process_ = spawn(process.execPath, [child.file, databaseUrl(), useCase, JSON.stringify(input)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      VITRINA_STRIPE_KEY: 'sk_test_payments',
      VITRINA_STRIPE_WEBHOOK_SECRET: webhookSecret,
      VITRINA_STRIPE_API_URL: market.double.url,
      VITRINA_STRIPE_TIMEOUT_MS: '2000',
      VITRINA_CRASH_POINT: `payments.${useCase}.${place}`,
    },
  });
  const [, signal] = (await once(process_, 'exit')) as [number | null, string | null];
  return signal;
};

/** What the next process does: the lease of the dead one runs out, the sweep finds its row. */
const recover = async (): Promise<void> => {
  await market.double.whenIdle();
  market.clock.set(new Date(Date.now() + 10_000));
  await market.runSweep('resume-open-calls');
  await market.double.whenIdle();
};

const requestOf = ({ groupId, buyerId, parts, total }: Placed) => ({
  groupId,
  buyerId,
  guestKey: null,
  currency: 'EUR',
  amountMinor: String(total),
  terms: 'PREPAID',
  paymentMethodId: null,
  providerToken: 'pm_card_visa',
  saveMethod: false,
  returnUrl: null,
  parts,
});
const intentOf = async (groupId: string) => {
  const [row] = await market.database.sql`select provider_intent_id as id from payment where group_id = ${groupId}`;
  return (await market.double.intents()).find((intent) => intent.id === row?.['id']);
};
const openCalls = async () => {
  const [row] = await market.database.sql`select count(*)::int as n from provider_call where state = 'OPEN'`;
  return row?.['n'] as number;
};
const sumOfBooks = async () => {
  const [row] = await market.database
    .sql`select coalesce(sum(amount_minor), 0)::text as s from posting where not pending`;
  return row?.['s'] as string;
};

describe.each(['before-call', 'after-call', 'after-result'])('a process killed %s', (place) => {
  it('of an authorisation leaves one intent, held once', async () => {
    const group = placed(1_200);
    const before = (await market.double.intents()).length;
    expect(await killedAt('authorise', place, requestOf(group))).toBe('SIGKILL');
    await recover();
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
    expect((await market.double.intents()).length).toBe(before + 1);
    expect(await openCalls()).toBe(0);
  });

  it('of a capture leaves the money taken once and told of once', async () => {
    const group = placed(1_200, 300);
    await market.authorise(group);
    expect(await killedAt('capture', place, group.groupId)).toBe('SIGKILL');
    await recover();
    expect(await market.byGroup(group)).toMatchObject({ state: 'CAPTURED' });
    expect(await intentOf(group.groupId)).toMatchObject({ timesCharged: 1, capturedMinor: 1_500 });
    const paid = (await market.published('order.paid')).filter(({ payload }) => payload['groupId'] === group.groupId);
    expect(paid).toHaveLength(2);
    expect(await openCalls()).toBe(0);
  });

  it('of a void leaves nothing held', async () => {
    const group = placed(1_200);
    await market.authorise(group);
    expect(await killedAt('void', place, group.groupId)).toBe('SIGKILL');
    await recover();
    expect(await market.byGroup(group)).toMatchObject({ state: 'VOIDED' });
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled' });
    expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
  });

  it('of a refund leaves it returned once', async () => {
    const group = placed(1_200);
    const [part] = group.parts;
    await market.authorise(group);
    await market.capture(group);
    const input = {
      groupId: group.groupId,
      orderId: part?.orderId,
      amountMinor: '500',
      reference: `crash-${group.groupId}`,
      reason: 'Broken.',
    };
    expect(await killedAt('refund', place, input)).toBe('SIGKILL');
    await recover();
    expect(await intentOf(group.groupId)).toMatchObject({ refundedMinor: 500 });
    expect(await market.refund(group, part!, 500, `crash-${group.groupId}`)).toMatchObject({
      refund: { state: 'SUCCEEDED' },
    });
    expect(await intentOf(group.groupId)).toMatchObject({ refundedMinor: 500 });
    expect(await market.onAccount(`escrow:${part?.orderId}:EUR`)).toBe(-700n);
    expect(await sumOfBooks()).toBe('0');
  });
});
