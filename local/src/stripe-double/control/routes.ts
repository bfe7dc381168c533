import { z } from 'zod';
import { book } from '../balance.ts';
import { readBooks } from '../books.ts';
import { finishChallenge } from '../challenge.ts';
import type { Engine } from '../engine.ts';
import { StripeError } from '../errors.ts';
import { type Faults, faultRuleSchema } from '../faults.ts';
import { newId } from '../ids.ts';
import { openDispute, resolveDispute } from '../resources/disputes.ts';
import { markFailed, markPaid } from '../resources/payouts.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { newRequirements } from '../shapes/account.ts';
import type { Account } from '../shapes/index.ts';
import type { Store } from '../store.ts';
import type { WebhookDelivery } from '../webhooks/delivery.ts';
import { type WebhookModes, webhookModeSchema } from '../webhooks/modes.ts';
import { emit, PLATFORM_ACCOUNT } from '../work.ts';

/** What the control API reaches into. */
export interface ControlParts {
  engine: Engine;
  store: Store;
  faults: Faults;
  modes: WebhookModes;
  delivery: WebhookDelivery;
  settings: Settings;
  /** Forgets everything and registers the configured webhook again. */
  reset: () => Promise<void>;
}

interface ControlCall {
  parts: ControlParts;
  ids: readonly string[];
  query: URLSearchParams;
  body: unknown;
}

type ControlHandler = (call: ControlCall) => unknown;

/** A dispute as the bank opens it. */
export const disputeSchema = z.strictObject({
  /** A charge, or a payment intent whose latest charge is meant. */
  of: z.string(),
  amount: z.int().min(1).optional(),
  reason: z.string().default('fraudulent'),
  inquiry: z.boolean().default(false),
});

/** Money added to a balance out of nothing. */
export const topUpSchema = z.strictObject({
  account: z.string().default(PLATFORM_ACCOUNT),
  currency: z.string().regex(/^[a-z]{3}$/),
  amount: z.int().min(1),
});

/** The outcome of Stripe's verification of a connected account. */
export const accountChangeSchema = z.strictObject({
  capabilities: z.record(z.string(), z.enum(['active', 'inactive', 'pending'])).optional(),
  payouts_enabled: z.boolean().optional(),
  charges_enabled: z.boolean().optional(),
  /** What Stripe still wants to know; an empty list means nothing. */
  currently_due: z.array(z.string()).optional(),
});

const authenticationSchema = z.strictObject({ outcome: z.enum(['approve', 'fail']) });
const disputeOutcomeSchema = z.strictObject({ status: z.enum(['won', 'lost']) });
const payoutOutcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('paid') }),
  z.strictObject({ status: z.literal('failed'), failure_code: z.string().default('account_closed') }),
]);
const resendSchema = z.strictObject({ times: z.int().min(1).max(100).default(1) });

function ownerOf(parts: ControlParts, id: string): string {
  const record = parts.store.get(id);
  if (!record) throw new StripeError(404, { type: 'invalid_request_error', message: `The books have no ${id}.` });
  return record.owner;
}

function authenticate({ parts, ids, body }: ControlCall) {
  const [id = ''] = ids;
  const { outcome } = authenticationSchema.parse(body);
  return parts.engine.run(ownerOf(parts, id), (work) => finishChallenge(work, id, outcome));
}

function dispute({ parts, body }: ControlCall) {
  const { of, ...opening } = disputeSchema.parse(body);
  return parts.engine.run(ownerOf(parts, of), (work) => {
    const chargeId = work.tx.find('payment_intent', of)?.latest_charge ?? of;
    return openDispute(work, work.tx.require('charge', chargeId), opening);
  });
}

function decideDispute({ parts, ids, body }: ControlCall) {
  const [id = ''] = ids;
  const { status } = disputeOutcomeSchema.parse(body);
  return parts.engine.run(ownerOf(parts, id), (work) => resolveDispute(work, id, status));
}

function decidePayout({ parts, ids, body }: ControlCall) {
  const [id = ''] = ids;
  const outcome = payoutOutcomeSchema.parse(body);
  return parts.engine.run(ownerOf(parts, id), (work) =>
    outcome.status === 'paid' ? markPaid(work, id) : markFailed(work, id, outcome.failure_code),
  );
}

function changeAccount({ parts, ids, body }: ControlCall) {
  const [id = ''] = ids;
  const { capabilities, currently_due: due, ...flags } = accountChangeSchema.parse(body);
  return parts.engine.run(PLATFORM_ACCOUNT, (work) => {
    const account = work.tx.require('account', id);
    const changed = work.tx.put<Account>({
      ...account,
      ...flags,
      capabilities: { ...account.capabilities, ...capabilities },
      requirements: due ? newRequirements(due) : account.requirements,
    });
    emit(work, 'account.updated', changed, id);
    return changed;
  });
}

function topUp({ parts, body }: ControlCall) {
  const { account, currency, amount } = topUpSchema.parse(body);
  return parts.engine.run(account, (work) =>
    book(work, { amount, currency, reporting_category: 'topup', source: newId('tu'), type: 'topup' }),
  );
}

function resend({ parts, ids, body }: ControlCall) {
  const [id = ''] = ids;
  const { times } = resendSchema.parse(body ?? {});
  const event = parts.store.get(id)?.object;
  if (event?.object !== 'event') {
    throw new StripeError(404, { type: 'invalid_request_error', message: `The books have no event ${id}.` });
  }
  const endpoints = parts.delivery.endpointsFor(event);
  for (let copy = 0; copy < times; copy++) {
    for (const endpoint of endpoints) parts.delivery.enqueue(id, endpoint);
  }
  return { endpoints, times };
}

/** Answers when no webhook is queued, on its way or waiting for a retry, or says false when that takes too long. */
async function idle({ parts, query }: ControlCall) {
  const deadline = Date.now() + Number(query.get('timeoutMs') ?? 10_000);
  while (!parts.delivery.isIdle || parts.engine.hasTasks) {
    if (Date.now() > deadline) return { idle: false };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { idle: true };
}

function changeSettings({ parts, body }: ControlCall) {
  return Object.assign(parts.settings, settingsSchema.partial().parse(body));
}

const ROUTES: readonly (readonly [method: string, pattern: RegExp, handler: ControlHandler])[] = [
  ['GET', /^health$/, () => ({ ok: true })],
  ['GET', /^books$/, ({ parts, query }) => readBooks(parts.store, query.get('groupBy') ?? undefined)],
  ['POST', /^faults$/, ({ parts, body }) => parts.faults.add(faultRuleSchema.parse(body))],
  ['GET', /^faults$/, ({ parts }) => parts.faults.list()],
  ['DELETE', /^faults$/, ({ parts }) => parts.faults.clear()],
  ['POST', /^webhooks\/modes$/, ({ parts, body }) => parts.modes.add(webhookModeSchema.parse(body))],
  ['GET', /^webhooks\/modes$/, ({ parts }) => parts.modes.list()],
  ['DELETE', /^webhooks\/modes$/, ({ parts }) => parts.modes.clear()],
  ['GET', /^webhooks\/deliveries$/, ({ parts }) => parts.delivery.attempts],
  ['GET', /^webhooks\/idle$/, idle],
  ['POST', /^events\/([^/]+)\/resend$/, resend],
  ['POST', /^authentications\/([^/]+)$/, authenticate],
  ['POST', /^disputes$/, dispute],
  ['POST', /^disputes\/([^/]+)$/, decideDispute],
  ['POST', /^payouts\/([^/]+)$/, decidePayout],
  ['POST', /^accounts\/([^/]+)$/, changeAccount],
  ['POST', /^top_ups$/, topUp],
  ['GET', /^settings$/, ({ parts }) => parts.settings],
  ['POST', /^settings$/, changeSettings],
  ['POST', /^reset$/, ({ parts }) => parts.reset()],
];

function readJson(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

/** Answers one request under `/_control/`. Bodies and answers are JSON; a wrong body gets 400 with zod's explanation. */
export async function control(
  parts: ControlParts,
  request: { method: string; path: string; query: string; body: string },
): Promise<{ status: number; body: string }> {
  const path = request.path.slice('/_control/'.length);
  for (const [method, pattern, handler] of ROUTES) {
    const match = method === request.method ? pattern.exec(path) : null;
    if (!match) continue;
    try {
      const query = new URLSearchParams(request.query);
      const answer = await handler({ parts, ids: match.slice(1), query, body: readJson(request.body) });
      return { status: 200, body: JSON.stringify(answer ?? { ok: true }) };
    } catch (error) {
      if (error instanceof z.ZodError) return { status: 400, body: JSON.stringify({ error: z.prettifyError(error) }) };
      if (error instanceof SyntaxError) return { status: 400, body: JSON.stringify({ error: error.message }) };
      if (error instanceof StripeError) {
        return { status: error.status, body: JSON.stringify({ error: error.message }) };
      }
      throw error;
    }
  }
  return { status: 404, body: JSON.stringify({ error: `The control API has no ${request.method} ${request.path}.` }) };
}
