import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { lookupKey } from '@vitrina/platform/text';
import { eq, sql } from 'drizzle-orm';
import { maxQueryLength, queryKey } from '../domain/query-words.ts';
import type { RuleRow } from '../queries/rules.ts';
import type { Services } from '../services.ts';
import { searchRule } from '../store/guidance.table.ts';
import { indexedProduct } from '../store/index-registry.table.ts';

export interface RuleWish {
  readonly query: string;
  readonly productId: string;
  readonly action: 'PIN' | 'HIDE' | 'BOOST';
  readonly position?: number | null | undefined;
  readonly startsAt?: Date | null | undefined;
  readonly endsAt?: Date | null | undefined;
}

const lastPosition = 100;

const check = (wish: RuleWish): Refusal[] => {
  const { query, action, position, startsAt, endsAt } = wish;
  const refusals: Refusal[] = [];
  const add = (code: string, field: string, message: string) => refusals.push(plainRefusal(code, [field], message));
  if (query.length > maxQueryLength)
    add('QUERY_TOO_LONG', 'query', `A query has at most ${maxQueryLength} characters; shorten it.`);
  if (position != null && action !== 'PIN')
    add('POSITION_NOT_ALLOWED', 'position', 'Only pinned products have a position; leave it out or use PIN.');
  if (position != null && (position < 1 || position > lastPosition))
    add('POSITION_OUT_OF_RANGE', 'position', `Choose a position from 1 to ${lastPosition}.`);
  if (startsAt && endsAt && startsAt >= endsAt)
    add('PERIOD_EMPTY', 'endsAt', 'The rule would end before it begins; choose a later end.');
  return refusals;
};

/** Sets what happens to a product when people search for a query; a rule of the same two is replaced. */
export const setSearchRule = async (
  { database, clock }: Services,
  wish: RuleWish,
): Promise<Result<RuleRow, Refusal>> => {
  const [first, ...others] = check(wish);
  if (first) return refuse(first, ...others);
  const productId = lookupKey(wish.productId);
  const known = await database.orm
    .select({ id: indexedProduct.productId })
    .from(indexedProduct)
    .where(eq(indexedProduct.productId, productId));
  if (known.length === 0)
    return refuse(
      plainRefusal('UNKNOWN_PRODUCT', ['productId'], 'No product on sale has this id; pick one from search.'),
    );
  const values = {
    action: wish.action,
    position: wish.action === 'PIN' ? (wish.position ?? 1) : null,
    startsAt: wish.startsAt ?? null,
    endsAt: wish.endsAt ?? null,
  };
  const [rule] = await database.orm
    .insert(searchRule)
    .values({ ...values, id: newId('srl'), query: queryKey(wish.query), productId, createdAt: clock.now() })
    .onConflictDoUpdate({ target: [searchRule.query, searchRule.productId], set: values })
    .returning();
  return ok(rule as RuleRow);
};

/** Removes a rule; removing it again is harmless. */
export const removeSearchRule = async ({ database }: Services, id: string): Promise<void> => {
  await database.orm.execute(sql`delete from search_rule where id = ${lookupKey(id)}`);
};
