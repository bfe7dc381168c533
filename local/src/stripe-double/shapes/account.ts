import { newId, nowSeconds, randomText } from '../ids.ts';
import type { Metadata } from '../params.ts';
import { type Address, newAddress } from './address.ts';
import { newList, type StripeList } from './list.ts';

export type CapabilityStatus = 'active' | 'inactive' | 'pending';

/** Stripe's questions to the owner of a connected account. */
export interface Requirements {
  alternatives: never[];
  current_deadline: null;
  currently_due: string[];
  disabled_reason: string | null;
  errors: never[];
  eventually_due: string[];
  past_due: string[];
  pending_verification: string[];
}

/** Where payouts go. The double invents one for each connected account and knows no number. */
export interface BankAccount {
  id: string;
  object: 'bank_account';
  account: string;
  account_holder_name: string | null;
  account_holder_type: string | null;
  account_type: null;
  bank_name: string;
  country: string;
  currency: string;
  default_for_currency: boolean;
  fingerprint: string;
  last4: string;
  metadata: Metadata;
  routing_number: string;
  status: 'new';
}

/** A connected account, through which a seller is paid. */
export interface Account {
  id: string;
  object: 'account';
  business_profile: object;
  business_type: string | null;
  capabilities: Record<string, CapabilityStatus>;
  charges_enabled: boolean;
  controller: { type: 'application' };
  country: string;
  created: number;
  default_currency: string;
  details_submitted: boolean;
  email: string | null;
  external_accounts: StripeList<BankAccount>;
  future_requirements: Requirements;
  metadata: Metadata;
  payouts_enabled: boolean;
  requirements: Requirements;
  settings: object;
  tos_acceptance: { date: number | null; ip: string | null; user_agent: string | null };
  type: 'custom' | 'express' | 'standard';
}

/** What Stripe still wants to know; `due` non-empty keeps the account from being paid. */
export function newRequirements(due: string[] = []): Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length === 0 ? null : 'requirements.past_due',
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  };
}

/** Stripe's test bank, in the account's country and currency. */
function newBankAccount(account: string, country: string, currency: string): BankAccount {
  return {
    id: newId('ba'),
    object: 'bank_account',
    account,
    account_holder_name: null,
    account_holder_type: null,
    account_type: null,
    bank_name: 'STRIPE TEST BANK',
    country,
    currency,
    default_for_currency: true,
    fingerprint: randomText(16),
    last4: '6789',
    metadata: {},
    routing_number: '110000000',
    status: 'new',
  };
}

function businessProfile(name: string | null): object {
  const address: Address = newAddress();
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: null,
    minority_owned_business_designation: null,
    name,
    product_description: null,
    support_address: address,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  };
}

/** Account-wide settings the double reports and never changes. */
function accountSettings(): object {
  const kana = { statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null };
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      ...kana,
    },
    dashboard: { display_name: null, timezone: 'Etc/UTC' },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      ...kana,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: 'manual' },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  };
}

/** A fresh account: verified, unless the control API says otherwise later. */
export function newAccount(
  given: Partial<Account> & Pick<Account, 'capabilities' | 'country' | 'default_currency' | 'type'>,
  businessName: string | null = null,
): Account {
  const id = given.id ?? newId('acct');
  return {
    id,
    object: 'account',
    business_profile: businessProfile(businessName),
    business_type: null,
    charges_enabled: true,
    controller: { type: 'application' },
    created: nowSeconds(),
    details_submitted: true,
    email: null,
    external_accounts: newList(`/v1/accounts/${id}/external_accounts`, [
      newBankAccount(id, given.country, given.default_currency),
    ]),
    future_requirements: newRequirements(),
    metadata: {},
    payouts_enabled: true,
    requirements: newRequirements(),
    settings: accountSettings(),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    ...given,
  };
}
