import type { Runtime } from '@vitrina/platform/subgraph';
import { createMailer, type Mailer } from './clients/mail.ts';
import type { Config } from './config.ts';
import { createWakeSender } from './jobs/wake-sender.ts';

/** What this context's code works with. */
export interface Services extends Runtime {
  readonly mailer: Mailer;
  /** Says that there may be mail to send, when its rows are committed. */
  readonly wakeSender: () => Promise<void>;
}

export const createServices = (runtime: Runtime, config: Config): Services => ({
  ...runtime,
  mailer: createMailer(config),
  wakeSender: createWakeSender(runtime.jobs),
});
