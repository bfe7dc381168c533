import type { Runtime } from '@vitrina/platform/subgraph';
import { createMailer, type Mailer } from './clients/mail.ts';
import type { Config } from './config.ts';

/** What this context's code works with. */
export interface Services extends Runtime {
  readonly mailer: Mailer;
}

export const createServices = (runtime: Runtime, config: Config): Services => ({
  ...runtime,
  mailer: createMailer(config),
});
