import type { Sweep } from '@vitrina/platform/jobs';
import { isAnyDue } from '../queries/due.ts';
import type { Services } from '../services.ts';
import { runDueSteps, wake } from './contracts.ts';

/** Finds steps whose time has come: timers, next tries, what quiet hours put off, and what a lost wake or worker left. */
export const dueStepsSweep: Sweep<Services> = {
  name: 'due-deliveries',
  everySeconds: 5,
  run: async ({ services }) => {
    if (await isAnyDue(services)) await services.jobs.enqueue(runDueSteps, {}, wake);
  },
};
