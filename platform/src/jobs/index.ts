export { assertJobsHandled } from './assert-jobs-handled.ts';
export * from './contract.ts';
export { createJobs, type Jobs, type JobsBackend, type JobsOptions } from './create-jobs.ts';
export type { FailedJob } from './failed-jobs.ts';
export { type RunningSweeps, type SweepsOptions, startSweeps } from './sweeps.ts';
export type { JobTuning } from './tuning.ts';
export type { JobWorkers, WorkersOptions } from './workers.ts';
