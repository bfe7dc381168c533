import { domainToASCII } from 'node:url';

const maxLength = 254;
const maxLocalLength = 64;
// Deliberately wide: whether an address works is proved by the mailed link. Out are white space, control characters,
// brackets, quotes and separators that could smuggle a second recipient into a mail header.
const localForm = /^[^\s\p{Cc}<>()[\]\\,;:"@]+$/u;
const domainForm = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The one spelling under which an address is stored and looked up: NFC, lower case, the domain in its ASCII form
 * (IDNA, UTS 46). Null when it cannot be an address.
 */
export const normaliseEmail = (value: string): string | null => {
  const trimmed = value.trim();
  if (trimmed.length > maxLength * 4 || /\p{Surrogate}/u.test(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(at, 0)).normalize('NFC').toLowerCase();
  const domain = domainToASCII(
    trimmed
      .slice(at + 1)
      .normalize('NFC')
      .toLowerCase(),
  );
  if (local.length > maxLocalLength || !localForm.test(local) || local.startsWith('.') || local.endsWith('.'))
    return null;
  if (!domainForm.test(domain)) return null;
  const email = `${local}@${domain}`;
  return email.length <= maxLength ? email : null;
};
