import type { sagaInstance, sagaIntervention, sagaJournal } from '../database/tables/saga.table.ts';

/** Where a saga stands. */
export type SagaState = 'RUNNING' | 'WAITING' | 'COMPENSATING' | 'DONE' | 'UNDONE' | 'STUCK';

export type Direction = 'FORWARD' | 'BACK';
export type JournalOutcome = 'STARTED' | 'DONE' | 'REFUSED';

export type InstanceRow = Omit<typeof sagaInstance.$inferSelect, 'state'> & { readonly state: SagaState };
export type JournalRow = Omit<typeof sagaJournal.$inferSelect, 'direction' | 'outcome'> & {
  readonly direction: Direction;
  readonly outcome: JournalOutcome;
};
export type InterventionRow = typeof sagaIntervention.$inferSelect;

/** True when nothing will happen any more by itself. */
export const hasEnded = (state: SagaState): boolean => state === 'DONE' || state === 'UNDONE';
