import { digitRuns } from '../text/digit-runs.ts';
import { latinise, maxLookedAt } from '../text/fold.ts';
import { unspell } from '../text/spoken.ts';
import type { SpamFacts, SpamOutcome, SpamReason, Verdict } from './contract.ts';
import { findAsking } from './detect-asking.ts';
import { findAccount, hasCardNumber } from './detect-cards.ts';
import { findEmails } from './detect-emails.ts';
import { findLinks } from './detect-links.ts';
import { findMessenger } from './detect-messengers.ts';
import { findOffer } from './detect-offers.ts';
import { findLocalPhone, findPhones } from './detect-phones.ts';
import { type Reading, readingOf } from './features.ts';
import { fingerprintOf } from './fingerprint.ts';
import { joinFragments } from './fragments.ts';
import { reasonOf, strictness } from './reasons.ts';
import { spamScore, spamThresholds } from './score.ts';

/** Conversations the same long text may go to within the hour before it is held, and before it is refused. */
export const floodLimits = { hold: 4, reject: 10 } as const;

const floodReason = (text: string, facts: SpamFacts): SpamReason[] => {
  // Staff answer many buyers with the same words; who nobody asked has no such excuse.
  if (facts.side === 'SHOP' && !facts.firstContact) return [];
  if (facts.recentTexts.length < floodLimits.hold) return [];
  const own = fingerprintOf(text);
  const times = own === '' ? 0 : facts.recentTexts.filter((one) => one === own).length;
  if (times >= floodLimits.reject) return [reasonOf('DUPLICATE_FLOOD', 'REJECT', null)];
  return times >= floodLimits.hold ? [reasonOf('DUPLICATE_FLOOD', 'HOLD', null)] : [];
};

const addressReasons = (folded: string, allowedHosts: readonly string[]): SpamReason[] => {
  const forms = new Set([folded, latinise(folded), unspell(folded) ?? folded]);
  const reasons: SpamReason[] = [];
  const [email] = [...forms].flatMap((form) => findEmails(form, allowedHosts));
  if (email) reasons.push(reasonOf('EMAIL', 'HOLD', email));
  const links = [...forms].flatMap((form) => findLinks(form, allowedHosts));
  // The host of an e-mail address is no link of its own.
  const link = links.find(({ host, raw }) => raw.includes('//') || !email?.includes(host));
  if (link) reasons.push(reasonOf('LINK', 'HOLD', link.raw));
  return reasons;
};

const contactReasons = (text: { typed: string; folded: string; resolved: string }, facts: SpamFacts): SpamReason[] => {
  const reasons: SpamReason[] = [];
  const runs = digitRuns(text.resolved, 10);
  if (hasCardNumber(runs)) return [reasonOf('PAYMENT_CARD', 'REJECT', null)];
  const account = findAccount(text.folded, runs);
  if (account) reasons.push(reasonOf('BANK_ACCOUNT', 'HOLD', account));
  const phone = findPhones(runs)[0] ?? findLocalPhone(text.resolved);
  if (phone) reasons.push(reasonOf('PHONE', 'HOLD', phone));
  reasons.push(...addressReasons(text.folded, facts.linksAllowedHosts));
  const messenger = findMessenger(text) ?? findAsking(text.resolved);
  if (messenger) reasons.push(reasonOf('MESSENGER', 'HOLD', messenger));
  const offer = findOffer(text.resolved);
  // An offer with a way to follow it is settled: nothing is left for a person to weigh.
  if (offer) reasons.push(reasonOf('OFF_PLATFORM_PAYMENT', reasons.length > 0 ? 'REJECT' : 'HOLD', offer));
  return reasons;
};

/** What a text makes together with those its author sent just before: each of them passed alone. */
const joinedReasons = (text: string, facts: SpamFacts): SpamReason[] => {
  for (const joined of joinFragments(text, facts.earlierTexts ?? [])) {
    const { folded, resolved } = readingOf(joined);
    const reasons = contactReasons({ typed: joined, folded, resolved }, facts);
    if (reasons.length > 0) return reasons;
  }
  return [];
};

const scoreReason = (reading: Reading, { firstContact }: SpamFacts): SpamReason[] => {
  const limit = firstContact ? spamThresholds.unasked : spamThresholds.answered;
  return spamScore(reading.text, reading) < limit ? [] : [reasonOf('LOOKS_LIKE_SPAM', 'HOLD', null)];
};

const flagReasons = (resolved: string, facts: SpamFacts): SpamReason[] => {
  const flagged = facts.flaggedWords;
  if (!flagged || flagged.size === 0) return [];
  const word = resolved.match(/[\p{L}'-]+/gu)?.find((one) => flagged.has(one));
  return word === undefined ? [] : [reasonOf('PROFANITY', 'ALLOW', word)];
};

const strictest = (reasons: readonly SpamReason[]): SpamOutcome =>
  reasons.reduce<SpamOutcome>(
    (most, { outcome }) => (strictness[outcome] > strictness[most] ? outcome : most),
    'ALLOW',
  );

/**
 * Decides about a text somebody wants to send. Contacts and ways to pay elsewhere are held for a person (a phone number
 * may be for the courier), card numbers are refused and therefore never stored, an offer to pay elsewhere together
 * with a way to do so is refused. Only the first 64 KiB are looked at.
 */
export const judgeText = (text: string, facts: SpamFacts): Verdict => {
  const looked = text.slice(0, maxLookedAt);
  const reading = readingOf(looked);
  const { folded, resolved } = reading;
  const reasons = contactReasons({ typed: looked.toLowerCase(), folded, resolved }, facts);
  if (reasons.length === 0) reasons.push(...joinedReasons(looked, facts));
  reasons.push(...floodReason(looked, facts));
  reasons.push(...scoreReason(reading, facts));
  reasons.push(...flagReasons(resolved, facts));
  reasons.sort((one, other) => strictness[other.outcome] - strictness[one.outcome]);
  return { outcome: strictest(reasons), reasons };
};
