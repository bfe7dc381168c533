import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { retryWaitingWebhooks } from '../usecases/ask-about-webhooks.ts';
import { forgetOldWebhooks } from '../usecases/forget-webhooks.ts';
import {
  askOverduePayments,
  askOverdueRefunds,
  countHopelessCalls,
  resumeOpenCalls,
} from '../usecases/resume-open-work.ts';
import { rollUpBalances } from '../usecases/roll-up-balances.ts';

/** Work that rows call for: everything here is found again after a crash, a lost wake or a lost webhook. */
export const sweeps: readonly Sweep<Services>[] = [
  { name: 'resume-open-calls', everySeconds: 3, run: ({ services, signal }) => resumeOpenCalls(services, signal) },
  { name: 'count-hopeless-calls', everySeconds: 15, run: ({ services }) => countHopelessCalls(services) },
  {
    name: 'retry-waiting-webhooks',
    everySeconds: 5,
    run: ({ services, signal }) => retryWaitingWebhooks(services, signal),
  },
  {
    name: 'ask-overdue-payments',
    everySeconds: 60,
    run: ({ services, signal }) => askOverduePayments(services, signal),
  },
  { name: 'ask-overdue-refunds', everySeconds: 60, run: ({ services, signal }) => askOverdueRefunds(services, signal) },
  {
    name: 'forget-old-webhooks',
    everySeconds: 3_600,
    run: ({ services, signal }) => forgetOldWebhooks(services, signal),
  },
  {
    name: 'roll-up-balances',
    everySeconds: 10,
    run: async ({ services }) => {
      await rollUpBalances(services.database);
    },
  },
];
