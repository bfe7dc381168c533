import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq, sql } from 'drizzle-orm';
import { type Change, changePreferences, nothingChosen } from '../domain/preferences/change.ts';
import { changedMeanwhile } from '../domain/refusals.ts';
import type { PreferencesOf } from '../queries/rows.ts';
import type { Services } from '../services.ts';
import { preference } from '../store/reach.table.ts';

/** Changes a person's preferences from the version they saw; two changes at once do not mix. */
export const updatePreferences = (
  { database, clock }: Services,
  userId: string,
  { expectedVersion, ...change }: Change & { readonly expectedVersion: number },
): Promise<Result<PreferencesOf, Refusal>> =>
  database.transaction(async (tx) => {
    const now = clock.now();
    // The first change makes the row, so that the second one that comes at the same time waits for it.
    await tx.insert(preference).values({ userId, version: 0, choices: {}, updatedAt: now }).onConflictDoNothing();
    const [row] = await tx.select().from(preference).where(eq(preference.userId, userId)).for('update');
    const version = row?.version ?? 0;
    if (version !== expectedVersion) return refuse(changedMeanwhile(version));
    const changed = changePreferences(row ?? nothingChosen, change);
    if (!changed.ok) return changed;
    const [written] = await tx
      .update(preference)
      .set({ ...changed.value, version: sql`${preference.version} + 1`, updatedAt: now })
      .where(eq(preference.userId, userId))
      .returning();
    return ok({ userId, row: written });
  });
