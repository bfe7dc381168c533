export * from './contract.ts';
export {
  createSagas,
  type SagaJob,
  type Sagas,
  type SagasOptions,
  sagaJobHandler,
  sagaJobOf,
  sagaSweep,
  sagaWatchSweep,
} from './create-sagas.ts';
export type { Inspector } from './inspect.ts';
export {
  type Direction,
  hasEnded,
  type InstanceRow,
  type InterventionRow,
  type JournalOutcome,
  type JournalRow,
  type SagaState,
} from './rows.ts';
export { leaseMs } from './store.ts';
