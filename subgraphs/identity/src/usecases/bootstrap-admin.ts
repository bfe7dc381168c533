import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { userRegistered } from '@vitrina/schema/events';
import { normaliseEmail } from '../domain/email.ts';
import { passwordForm } from '../domain/password-policy.ts';
import type { Services } from '../services.ts';
import { grantMarketRole, holdersOf, lockMarketRoles } from '../store/roles.ts';
import { insertUser, updateUser, userByEmail } from '../store/users.ts';
import { endSessions, sessionsOf } from './end-sessions.ts';

/**
 * Makes the first admin of a new market from the environment; does nothing once there is one. Should somebody have
 * signed up under that address before, the account gets the configured password and its sessions end, so that who
 * came first gains nothing.
 */
export const bootstrapAdmin = async (services: Services): Promise<void> => {
  const { database, events, hasher, clock, config, log } = services;
  const email = normaliseEmail(config.VITRINA_BOOTSTRAP_ADMIN_EMAIL ?? '');
  const password = config.VITRINA_BOOTSTRAP_ADMIN_PASSWORD;
  if (!email || !password) return;
  if ((await holdersOf(database.orm, 'ADMIN')).length > 0) return;
  const passwordHash = await hasher.hash(passwordForm(password));
  await database.transaction(async (tx) => {
    await lockMarketRoles(tx);
    if ((await holdersOf(tx, 'ADMIN')).length > 0) return;
    const now = clock.now();
    const known = await userByEmail(tx, email);
    const user = known
      ? await updateUser(tx, known.id, { passwordHash, emailVerifiedAt: now })
      : await insertUser(tx, {
          id: newId('usr'),
          email,
          displayName: 'Admin',
          locale: 'en',
          passwordHash,
          emailVerifiedAt: now,
          createdAt: now,
        });
    invariant(user, 'The first admin could be neither found nor made.');
    if (known) await endSessions(services, tx, sessionsOf(known.id), 'password_reset');
    else
      await events.publish(tx, userRegistered, {
        aggregateId: user.id,
        aggregateVersion: 1,
        payload: { userId: user.id, displayName: user.displayName, locale: user.locale },
      });
    await grantMarketRole(tx, { userId: user.id, role: 'ADMIN', grantedBy: 'bootstrap', now });
    log.info({ userId: user.id }, 'The first admin was made');
  });
};
