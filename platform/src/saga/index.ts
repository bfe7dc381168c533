export * from './contract.ts';
export {
  createSagas,
  type SagaJob,
  type Sagas,
  type SagasOptions,
  sagaJobHandler,
  sagaJobOf,
  sagaSweep,
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
