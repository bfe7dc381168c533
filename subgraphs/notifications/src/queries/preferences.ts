import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { contactPoint } from '../store/reach.table.ts';
import { type ContactPointRow, preferencesOf } from '../store/reach.ts';
import type { PreferencesOf } from './rows.ts';

/** What one person chose. */
export const ownPreferences = async ({ database }: Services, userId: string): Promise<PreferencesOf> => {
  const [row] = await preferencesOf(database.orm, [userId]);
  return { userId, row };
};

/** Addresses by person, oldest first; the unproved ones too. */
export const pointsOfPerson: LoaderDefinition<Services, string, ContactPointRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(contactPoint)
      .where(inArray(contactPoint.userId, [...ids]))
      .orderBy(asc(contactPoint.id)),
  keyOf: ({ userId }) => userId,
};
