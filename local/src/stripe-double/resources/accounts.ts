import { refused, StripeError } from '../errors.ts';
import { listOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import { newAccount } from '../shapes/account.ts';
import type { Account, CapabilityStatus } from '../shapes/index.ts';
import { emit, PLATFORM_ACCOUNT, type Work } from '../work.ts';

const CAPABILITIES = ['card_payments', 'transfers'] as const;

const CURRENCY_OF: Readonly<Record<string, string>> = {
  GB: 'gbp',
  US: 'usd',
  CA: 'cad',
  AU: 'aud',
  JP: 'jpy',
  CH: 'chf',
};

/** `capabilities[transfers][requested]=true` becomes active at once: the double asks for no documents. */
function readCapabilities(params: Params, current: Record<string, CapabilityStatus> = {}) {
  const group = params.group('capabilities');
  const capabilities = { ...current };
  for (const name of CAPABILITIES) {
    const isRequested = group.group(name).boolean('requested');
    if (isRequested === true) capabilities[name] ??= 'active';
    if (isRequested === false) delete capabilities[name];
  }
  return capabilities;
}

/** Takes what the account's owner told about itself and keeps what the double shows of it. */
function readIdentity(params: Params) {
  params.record('individual');
  params.record('company');
  params.record('settings');
  params.record('tos_acceptance');
  params.record('controller');
  const profile = params.record('business_profile');
  return typeof profile?.name === 'string' ? profile.name : null;
}

function create(work: Work, params: Params): Account {
  if (work.account !== PLATFORM_ACCOUNT) throw refused('Only the platform can create connected accounts.');
  const type = params.oneOf('type', ['custom', 'express', 'standard']) ?? 'custom';
  const country = (params.string('country', 2) ?? 'US').toUpperCase();
  const currency = params.string('default_currency', 3)?.toLowerCase() ?? CURRENCY_OF[country] ?? 'eur';
  const email = params.string('email') ?? null;
  const businessType =
    params.oneOf('business_type', ['company', 'government_entity', 'individual', 'non_profit']) ?? null;
  const capabilities = readCapabilities(params);
  const name = readIdentity(params);
  const metadata = params.metadata();
  const bankToken = params.string('external_account');
  params.done();
  if (bankToken && !bankToken.startsWith('btok_')) {
    throw refused(`No such token: '${bankToken}'`, { code: 'resource_missing', param: 'external_account' });
  }
  const fresh = newAccount(
    { business_type: businessType, capabilities, country, default_currency: currency, email, metadata, type },
    name,
  );
  const account = work.tx.put(fresh, { owner: PLATFORM_ACCOUNT });
  emit(work, 'account.updated', account, account.id);
  return account;
}

function update(work: Work, params: Params, id: string): Account {
  const account = work.tx.require('account', id);
  const capabilities = readCapabilities(params, account.capabilities);
  const email = params.string('email') ?? account.email;
  readIdentity(params);
  const metadata = params.metadata(account.metadata);
  params.done();
  const updated = work.tx.put<Account>({ ...account, capabilities, email, metadata });
  emit(work, 'account.updated', updated, id);
  return updated;
}

/** The account a request speaks for: `Stripe-Account`, or the platform itself. */
export function requireAccess(work: Work, accountId: string): void {
  if (accountId === PLATFORM_ACCOUNT || work.tx.find('account', accountId, PLATFORM_ACCOUNT)) return;
  throw new StripeError(
    403,
    {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key does not have access to account '${accountId}' (or that account does not exist).`,
    },
    { executed: false },
  );
}

function retrieveOwn(work: Work, params: Params): Account {
  params.done();
  const connected = work.tx.find('account', work.account, PLATFORM_ACCOUNT);
  return (
    connected ??
    newAccount({
      id: PLATFORM_ACCOUNT,
      capabilities: { card_payments: 'active', transfers: 'active' },
      country: 'US',
      default_currency: 'usd',
      type: 'standard',
    })
  );
}

function retrieve(work: Work, params: Params, id: string): Account {
  if (id === work.account) return retrieveOwn(work, params);
  params.done();
  return work.tx.require('account', id);
}

/** Connect accounts. `/v1/account` is the account that asks. */
export const accountRoutes: readonly Route[] = [
  ['POST', '/v1/accounts', create],
  ['GET', '/v1/accounts', listOf('account', '/v1/accounts')],
  ['GET', '/v1/account', retrieveOwn],
  ['GET', '/v1/accounts/:id', retrieve],
  ['POST', '/v1/accounts/:id', update],
];
