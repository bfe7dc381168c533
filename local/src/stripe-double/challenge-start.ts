import { randomText } from './ids.ts';
import type { NextAction } from './shapes/index.ts';
import type { Work } from './work.ts';

/** Sends the customer to the issuer's page, which the double serves itself. */
export function startChallenge(
  work: Work,
  intentId: string,
  returnUrl: string | undefined,
): { action: NextAction; hidden: Record<string, string> } {
  // The page is reached without an API key, so its address must not be guessable.
  const key = randomText(24);
  const url = `${work.publicUrl}/_challenge/${intentId}?key=${key}`;
  const action: NextAction = returnUrl
    ? { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } };
  return { action, hidden: { challengeKey: key, returnUrl: returnUrl ?? '' } };
}
