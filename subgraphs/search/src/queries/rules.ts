import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { searchRule } from '../store/guidance.table.ts';

export type RuleRow = typeof searchRule.$inferSelect;

/** Rules by id, newest first: ids rise with time. One row more than the page, to tell whether there are more. */
export const rulePage = (
  { database }: Services,
  query: string | undefined,
  page: Page<[string]>,
): Promise<RuleRow[]> => {
  const forward = page.direction === 'forward';
  const beyond: SQL | undefined =
    page.cursor && sql`${searchRule.id} ${sql.raw(forward ? '<' : '>')} ${page.cursor[0]}`;
  return database.orm
    .select()
    .from(searchRule)
    .where(and(query === undefined ? undefined : eq(searchRule.query, query), beyond))
    .orderBy(forward ? desc(searchRule.id) : asc(searchRule.id))
    .limit(page.limit + 1);
};
