import { invalidParam } from './errors.ts';
import { withReversals } from './reversals.ts';
import type { ObjectType, Transfer } from './shapes/index.ts';
import { newList } from './shapes/list.ts';
import type { Work } from './work.ts';
import { PLATFORM_ACCOUNT } from './work.ts';

type Rendered = Record<string, unknown>;

const EXPANDABLE: Partial<Record<ObjectType, readonly string[]>> = {
  balance_transaction: ['source'],
  charge: ['balance_transaction', 'customer', 'payment_intent', 'refunds', 'source_transfer'],
  dispute: ['charge', 'payment_intent'],
  payment_intent: ['customer', 'latest_charge', 'payment_method'],
  payment_method: ['customer'],
  payout: ['balance_transaction', 'failure_balance_transaction'],
  refund: ['balance_transaction', 'charge', 'failure_balance_transaction', 'payment_intent'],
  setup_intent: ['customer', 'payment_method'],
  transfer: ['balance_transaction', 'destination', 'destination_payment', 'source_transaction'],
  transfer_reversal: ['balance_transaction', 'destination_payment_refund', 'transfer'],
};

const MAX_DEPTH = 4;

function refundsOf(work: Work, chargeId: unknown): object[] {
  const found: object[] = [];
  for (const { object } of work.tx.all('refund')) if (object.charge === chargeId) found.unshift(object);
  return found;
}

/** What the API shows of a stored object: joins that are always included, and states that depend on the clock. */
function present(work: Work, stored: object): Rendered {
  const object: Rendered = { ...stored };
  // The objects of the books are told apart by their `object` member.
  if (object.object === 'transfer') return { ...withReversals(work, stored as Transfer) };
  if (object.object === 'balance_transaction' && Number(object.available_on) * 1_000 <= Date.now()) {
    object.status = 'available';
  }
  return object;
}

/** The platform may look into the accounts connected to it; they may not look at each other. */
function lookUp(work: Work, id: string): object | undefined {
  const owner = work.tx.ownerOf(id);
  if (owner === undefined || (work.account !== PLATFORM_ACCOUNT && owner !== work.account)) return undefined;
  return work.tx.anyOf(id);
}

function expandOne(work: Work, target: Rendered, path: readonly string[], whole: string): void {
  const [head = '', ...rest] = path;
  const allowed = EXPANDABLE[target.object as ObjectType] ?? [];
  if (!allowed.includes(head)) {
    throw invalidParam(`This property cannot be expanded (${whole}).`, 'expand');
  }
  if (head === 'refunds') {
    const refunds = refundsOf(work, target.id);
    target.refunds = newList(`/v1/charges/${target.id}/refunds`, refunds);
    return;
  }
  const value = target[head];
  if (typeof value === 'string') {
    const found = lookUp(work, value);
    if (found) target[head] = present(work, found);
  }
  const next = target[head];
  if (rest.length > 0 && typeof next === 'object' && next !== null) expandOne(work, next as Rendered, rest, whole);
}

/** Renders an answer and replaces the ids named by `expand[]` with the objects themselves, up to four levels deep. */
export function render(work: Work, answer: object, expand: readonly string[]): object {
  const rendered = present(work, answer);
  const isList = rendered.object === 'list' && Array.isArray(rendered.data);
  const items = isList ? (rendered.data as object[]).map((item) => present(work, item)) : [rendered];
  if (isList) rendered.data = items;
  for (const path of expand) {
    const parts = path.split('.');
    if (isList && parts.shift() !== 'data') {
      throw invalidParam(`This property cannot be expanded (${path}). Begin with data. for lists.`, 'expand');
    }
    if (parts.length > MAX_DEPTH) {
      throw invalidParam(`You cannot expand more than ${MAX_DEPTH} levels of a property (${path}).`, 'expand');
    }
    for (const item of items) expandOne(work, item, parts, path);
  }
  return rendered;
}
