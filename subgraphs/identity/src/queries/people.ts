import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { roleCapability, roleGrant } from '../store/role.table.ts';
import { livingSessions, type SessionRow } from '../store/sessions.ts';
import { type UserRow, usersByIds } from '../store/users.ts';

/** People by id. */
export const people: LoaderDefinition<Services, string, UserRow> = {
  load: ({ database }, ids) => usersByIds(database.orm, ids),
  keyOf: (row) => row.id,
};

/** Living sessions by person, latest first. */
export const sessionsOfPeople: LoaderDefinition<Services, string, SessionRow> = {
  load: ({ database, clock }, ids) => livingSessions(database.orm, ids, clock.now()),
  keyOf: (row) => row.userId,
};

/** A role somebody holds and what it allows. */
export interface HeldRole {
  readonly userId: string;
  readonly role: string;
  readonly shopId: string | null;
  readonly capabilities: readonly string[];
}

/** Roles by person, market-wide ones and those in shops. */
export const rolesOfPeople: LoaderDefinition<Services, string, HeldRole> = {
  load: ({ database }, ids) =>
    database.orm
      .select({
        userId: roleGrant.userId,
        role: roleGrant.role,
        shopId: roleGrant.shopId,
        capabilities: sql<
          string[]
        >`array_remove(array_agg(${roleCapability.capability} order by ${roleCapability.capability}), null)`,
      })
      .from(roleGrant)
      .leftJoin(
        roleCapability,
        sql`${eq(roleCapability.role, roleGrant.role)} and ${roleCapability.reach} = case when ${roleGrant.shopId} is null then 'market' else 'shop' end`,
      )
      .where(inArray(roleGrant.userId, [...ids]))
      .groupBy(roleGrant.id)
      .orderBy(asc(roleGrant.id)),
  keyOf: (row) => row.userId,
};
