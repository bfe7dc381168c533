import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../clock/index.ts';
import type { Database } from '../../database/index.ts';
import { silentLogger } from '../../logging/index.ts';
import type { Delivery, EventBus, RetryAfter } from '../bus/contract.ts';
import { consume } from '../contract.ts';
import { attempt } from './attempt.ts';
import { backoffMs, defaultConsumerSettings as settings } from './settings.ts';
import { Unreadable } from './unreadable.ts';

const contract = { name: 'parcel.moved', version: 1, owner: 'depot', payload: z.object({ place: z.string() }) };
const consumer = consume(contract, 'write-down', async () => {});
const clock = manualClock();

/** What the bus was told of a delivery whose transaction ended with `error`, after so many failures before. */
const settled = async (error: unknown, failuresBefore = 0) => {
  const retries: RetryAfter[] = [];
  const parked: string[] = [];
  const bus = {
    retry: async (_delivery, after) => void retries.push(after),
    park: async (_delivery, reason) => void parked.push(reason),
  } as Pick<EventBus, 'retry' | 'park'> as EventBus;
  const database = { transaction: () => Promise.reject(error) } as unknown as Database;
  const event = { name: contract.name, eventId: 'evt_1', aggregateId: 'prc_1', occurredAt: clock.now() };
  const delivery = { consumer: 'shop.write-down', position: '1', attempts: failuresBefore, event } as Delivery;
  const options = { context: 'shop', database, bus, services: {}, clock, log: silentLogger, settings };
  return { outcome: await attempt(consumer, delivery, options), retries, parked };
};
const failed = (code: string) => Object.assign(new Error('failed'), { code });
/** As drizzle hands on what the driver said: with the statement and its values in the message. */
const fromDriver = (code: string) =>
  new Error('Failed query: insert into seen values ($1)\nparams: 12 Baker Street', {
    cause: Object.assign(new Error('no'), { code, query: 'insert' }),
  });

describe('a delivery that failed', () => {
  it('is tried again after a while, and the failure counts', async () => {
    const { outcome, retries, parked } = await settled(new Error('broken'));
    expect(outcome).toBe('retry');
    expect(parked).toEqual([]);
    expect(retries).toMatchObject([{ counts: true, error: expect.stringContaining('broken') }]);
    expect(retries[0]?.delayMs).toBeGreaterThanOrEqual(backoffMs(1, settings, () => 0));
    expect(retries[0]?.delayMs).toBeLessThanOrEqual(backoffMs(1, settings, () => 1));
  });

  it('waits longer the more often it failed', async () => {
    const { retries } = await settled(new Error('broken'), 6);
    expect(retries[0]?.delayMs).toBeGreaterThanOrEqual(backoffMs(7, settings, () => 0));
  });

  it('is set aside with its last attempt, not one later', async () => {
    expect((await settled(new Error('broken'), settings.maxAttempts - 2)).outcome).toBe('retry');
    const { outcome, retries, parked } = await settled(new Error('broken'), settings.maxAttempts - 1);
    expect({ outcome, retries, parked }).toEqual({ outcome: 'parked', retries: [], parked: ['Error: broken'] });
  });

  it('is set aside at once when nobody can read it', async () => {
    expect(await settled(new Unreadable('version 2'))).toMatchObject({ outcome: 'parked', retries: [] });
  });

  it.each<[string, Error]>([
    ['the server is being stopped', fromDriver('57P01')],
    ['there are too many connections', fromDriver('53300')],
    ['the connection was refused', fromDriver('ECONNREFUSED')],
    ['the disk is full', fromDriver('53100')],
    ['the memory is used up', fromDriver('53200')],
  ])('uses up no attempt when %s, however often', async (_what, error) => {
    const { outcome, retries, parked } = await settled(error, settings.maxAttempts + 50);
    expect(outcome).toBe('retry');
    expect(parked).toEqual([]);
    expect(retries).toMatchObject([{ counts: false }]);
  });

  it.each<[string, Error]>([
    ['a callee refuses its connection', failed('ECONNREFUSED')],
    ['a row is there already', fromDriver('23505')],
    ['two transactions wait for each other', fromDriver('40P01')],
  ])('uses up an attempt when %s', async (_what, error) => {
    expect((await settled(error)).retries).toMatchObject([{ counts: true }]);
  });

  it('tells the operator what went wrong, without the values of the statement', async () => {
    const { retries } = await settled(fromDriver('23505'));
    expect(retries[0]?.error).toContain('insert into seen');
    expect(retries[0]?.error).not.toContain('Baker Street');
  });
});
