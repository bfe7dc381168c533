import { plainRefusal, type Refusal } from '@vitrina/platform/result';

export const templateChanged = (revision: number): Refusal =>
  plainRefusal(
    'CHANGED_MEANWHILE',
    ['expectedRevision'],
    `The template is at revision ${revision} by now; read it again and repeat what you want changed.`,
  );

export const noDraft: Refusal = plainRefusal('NO_DRAFT', [], 'There is no draft to publish; save one first.');

export const noSuchVersion: Refusal = plainRefusal(
  'NO_SUCH_VERSION',
  ['toVersion'],
  'This template has no version of that number; look at its versions.',
);

export const tooLong = (field: string, most: number): Refusal =>
  plainRefusal('TOO_LONG', ['content', field], `Write at most ${most} characters here.`);

/** Characters an editor may save; finished messages have limits of their own. */
export const sourceLimits = { subject: 1_000, text: 20_000, mjml: 100_000 } as const;
