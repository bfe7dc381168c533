import { newId } from '@vitrina/platform/ids';
import { networkOf } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { readText } from '@vitrina/platform/text';
import { userRegistered } from '@vitrina/schema/events';
import { budgets } from '../domain/budgets.ts';
import { normaliseEmail } from '../domain/email.ts';
import { judgePassword } from '../domain/password-policy.ts';
import { emailTaken, invalidEmail } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { insertUser, userByEmail } from '../store/users.ts';
import { requestLink } from './email-links.ts';
import { type Granted, grant, openSession } from './open-session.ts';
import { spend } from './spend.ts';

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: string;
  readonly deviceName: string | null | undefined;
}

interface Checked {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
}

/** Every mistake of the form at once. */
const check = (input: SignUp): Result<Checked, Refusal> => {
  const email = normaliseEmail(input.email);
  const name = readText(input.displayName, { field: ['displayName'], min: 1, max: 80 });
  const password = judgePassword(input.password, email ?? '', ['password']);
  const [first, ...rest] = [
    ...(email ? [] : [invalidEmail()]),
    ...(name.ok ? [] : name.refusals),
    ...(password.ok ? [] : password.refusals),
  ];
  if (first) return refuse(first, ...rest);
  return email && name.ok && password.ok
    ? ok({ email, password: password.value, displayName: name.value })
    : refuse(invalidEmail());
};

/**
 * Opens an account and signs it in at once: whoever starts should finish, so the mailed link is not waited for. The
 * price is that a taken address can be told from a free one; a tight budget per network keeps that from being searched.
 */
export const signUp = async (
  services: Services,
  input: SignUp,
  meta: RequestMeta,
): Promise<Result<Granted, Refusal>> => {
  const { database, events, hasher, clock } = services;
  const network = networkOf(meta.ip);
  const tooMany = await spend(services, [budgets.signUpPerNetwork, network]);
  if (tooMany) return refuse(tooMany);
  const checked = check(input);
  if (!checked.ok) return checked;
  const { email, password, displayName } = checked.value;
  const taken = async (): Promise<Result<Granted, Refusal>> =>
    refuse((await spend(services, [budgets.takenPerNetwork, network])) ?? emailTaken());
  if (await userByEmail(database.orm, email)) return taken();

  const passwordHash = await hasher.hash(password);
  const opened = await database.transaction(async (tx) => {
    const user = await insertUser(tx, {
      id: newId('usr'),
      email,
      displayName,
      locale: input.locale,
      passwordHash,
      createdAt: clock.now(),
    });
    if (!user) return undefined;
    await events.publish(tx, userRegistered, {
      aggregateId: user.id,
      aggregateVersion: 1,
      payload: { userId: user.id, displayName, locale: user.locale },
    });
    await requestLink(services, tx, 'VERIFY_EMAIL', email, user);
    return { user, session: await openSession(services, tx, user.id, meta, input.deviceName) };
  });
  return opened ? ok(await grant(services, opened.user, opened.session)) : taken();
};
