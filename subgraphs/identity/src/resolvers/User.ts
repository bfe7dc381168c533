import { hasScope } from '@vitrina/platform/auth';
import type { UserResolvers } from '../generated/resolvers.ts';
import type { ShopMembershipMapper, UserMapper } from '../mappers.ts';
import { addressBooks } from '../queries/address-book.ts';
import { type HeldRole, people, rolesOfPeople, sessionsOfPeople } from '../queries/people.ts';
import type { Context } from '../request.ts';

/** True for the person, support and admins; everybody else sees the name only. */
const maySee = ({ row, own }: UserMapper, { actor }: Context): boolean =>
  own === true || (actor.kind === 'user' && actor.userId === row.id) || hasScope(actor, 'support');

/** Wraps the resolver of a private field: null for whoever may not see it, so that a list of people never fails. */
const toThose =
  <T>(read: (user: UserMapper, context: Context) => T) =>
  (user: UserMapper, _args: unknown, context: Context): T | null =>
    maySee(user, context) ? read(user, context) : null;

const isMembership = (role: HeldRole): role is ShopMembershipMapper => role.shopId !== null;

const rolesOf = ({ row }: UserMapper, { loaders }: Context) => loaders.many(rolesOfPeople).load(row.id);

export const User: UserResolvers = {
  __resolveReference: async ({ id }, { loaders }) => {
    const row = await loaders.one(people).load(id);
    return row && { row };
  },
  id: ({ row }) => row.id,
  displayName: ({ row }) => row.displayName,
  email: toThose(({ row }) => row.email),
  emailVerified: toThose(({ row }) => row.emailVerifiedAt !== null),
  locale: toThose(({ row }) => row.locale),
  createdAt: toThose(({ row }) => row.createdAt),
  roles: toThose(async (user, context) => {
    const names = (await rolesOf(user, context)).filter((held) => held.shopId === null).map((held) => held.role);
    return (['ADMIN', 'SUPPORT'] as const).filter((role) => names.includes(role));
  }),
  memberships: toThose(async (user, context) => (await rolesOf(user, context)).filter(isMembership)),
  sessions: toThose(({ row }, { loaders }) => loaders.many(sessionsOfPeople).load(row.id)),
  addresses: toThose(({ row }, { loaders }) => loaders.many(addressBooks).load(row.id)),
};
