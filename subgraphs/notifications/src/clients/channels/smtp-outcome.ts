import type { SendOutcome } from './contract.ts';

/** What nodemailer says about a failed send. */
export interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/**
 * Enhanced status codes (RFC 3463, RFC 7505) that say that no mail will ever reach this address: no such mailbox or
 * system, bad syntax, moved without a trace, a domain that takes no mail, a mailbox that was closed.
 */
const deadAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** The enhanced code of a reply, which stands after the three digits: `550 5.1.1 …`, also on continued lines. */
const enhancedOf = (response: string | undefined): string | undefined =>
  /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];

/**
 * What a failed try means. A reply decides by its first digit. Without one everything depends on whether the content had
 * been handed over (`handedOver`): before that nothing can have been taken, after that nobody knows.
 */
export const smtpOutcome = ({ code, responseCode, response }: SmtpFailure, handedOver: boolean): SendOutcome => {
  // A wrong password says something about our configuration and nothing about the message.
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return { kind: 'RETRY', code: `SMTP ${code}` };
  if (responseCode !== undefined && responseCode >= 400) {
    const enhanced = enhancedOf(response);
    const said = `SMTP ${responseCode}${enhanced ? ` ${enhanced}` : ''}`;
    if (responseCode < 500) return { kind: 'RETRY', code: said };
    return { kind: 'REFUSED', code: said, addressIsDead: enhanced !== undefined && deadAddress.has(enhanced) };
  }
  // Refused by nodemailer itself before it spoke to anybody: there is no such form of address.
  if (code === 'EENVELOPE') return { kind: 'REFUSED', code: 'SMTP EENVELOPE', addressIsDead: true };
  return { kind: handedOver ? 'UNKNOWN' : 'RETRY', code: `SMTP ${code ?? 'unknown'}` };
};
