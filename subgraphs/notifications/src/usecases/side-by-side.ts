import { createHash } from 'node:crypto';
import { suspectAfter } from '../domain/retry.ts';
import type { ClaimedStep } from '../store/steps.ts';

/** As many as are sent side by side and settled together: what a killed worker leaves unsettled is sent again. */
export const atOnce = 32;

interface Waiting {
  readonly step: Pick<ClaimedStep, 'id' | 'lost'>;
}

/** A place that has nothing to do with the one of the time before. */
const placeOf = ({ step }: Waiting): string => createHash('sha256').update(`${step.id} ${step.lost}`).digest('hex');

/**
 * Messages in the groups in which they are sent. One over which workers were lost again and again may be what kills them: it
 * comes last and alone, in an order that is another one every time, so that nothing shares its end by standing behind it.
 */
export const groupsOf = <T extends Waiting>(messages: readonly T[]): readonly (readonly T[])[] => {
  const isSuspect = ({ step }: Waiting): boolean => step.lost >= suspectAfter;
  const trusted = messages.filter((one) => !isSuspect(one));
  const groups = Array.from({ length: Math.ceil(trusted.length / atOnce) }, (_, index) =>
    trusted.slice(index * atOnce, (index + 1) * atOnce),
  );
  const alone = messages
    .filter(isSuspect)
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((first, second) => (first.place < second.place ? -1 : 1));
  return [...groups, ...alone.map(({ one }) => [one])];
};
