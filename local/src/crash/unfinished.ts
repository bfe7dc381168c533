import type { Evidence } from './evidence.ts';
import { type Violation, violation } from './violation.ts';

const ended = ['DONE', 'UNDONE'];

/** Everything that is not at rest: sagas under way or stuck, events on their way, calls whose outcome is not known. */
export const unfinishedOf = ({ sagas, open, groups }: Evidence): Violation[] => [
  ...sagas
    .filter(({ state }) => !ended.includes(state))
    .map(({ id, name, subject, state, step, lastError }) =>
      violation(
        'unfinished',
        `${name} ${id} of ${subject} is ${state} at ${step}${lastError ? ` (${lastError})` : ''}`,
      ),
    ),
  ...groups
    .filter(({ phase }) => phase !== 'SETTLED' && phase !== 'CANCELLED')
    .map(({ id, phase }) => violation('unfinished', `group ${id} is ${phase}`)),
  ...open.map(({ kind, id }) => violation('unfinished', `${kind} ${id}`)),
];
