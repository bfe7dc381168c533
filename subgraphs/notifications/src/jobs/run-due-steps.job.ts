import { handleJob } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { runDue } from '../usecases/run-due.ts';
import { runDueSteps } from './contracts.ts';

export const runDueStepsJob = handleJob<Services, typeof runDueSteps.data>(runDueSteps, (_data, { services, signal }) =>
  runDue(services, signal),
);
