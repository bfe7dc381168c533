import type { Database } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { type Budget, type Spent, spend } from '../domain/workflow/budget.ts';

/** A wish to spend one of a budget. */
export interface Want {
  /** Whose wish it is, for the answer. */
  readonly id: string;
  readonly budgetKey: string;
  readonly budget: Budget;
}

/**
 * Spends budgets for many wishes at once, under the budgets' row locks: never more than a budget has, however many
 * workers ask. What was granted to a worker that then died is lost, which errs on the side of the person's quiet.
 */
export const spendBudgets = async (
  database: Database,
  wants: readonly Want[],
  now: Date,
): Promise<ReadonlyMap<string, Spent>> => {
  if (wants.length === 0) return new Map();
  const keys = JSON.stringify([...new Set(wants.map(({ budgetKey }) => budgetKey))].sort());
  return database.transaction(async (tx) => {
    const rows = await tx.execute<{ key: string; spentAt: string[] }>(sql`
      insert into budget (key, spent_at) select k, '{}' from jsonb_array_elements_text(${keys}::jsonb) as k order by k collate "C"
      on conflict (key) do update set key = excluded.key
      returning key, to_jsonb(spent_at) as "spentAt"`);
    const spent = new Map([...rows].map((row) => [row.key, row.spentAt.map((at) => new Date(at))]));
    const answers = new Map<string, Spent>();
    for (const { id, budgetKey, budget } of wants) {
      const answer = spend(budget, spent.get(budgetKey) ?? [], now);
      spent.set(budgetKey, [...answer.spentAt]);
      answers.set(id, answer);
    }
    const changed = [...spent].map(([key, spentAt]) => ({ key, spentAt }));
    await tx.execute(sql`
      update budget set spent_at = array(select jsonb_array_elements_text(c."spentAt")::timestamptz)
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(key text, "spentAt" jsonb) where budget.key = c.key`);
    return answers;
  });
};
