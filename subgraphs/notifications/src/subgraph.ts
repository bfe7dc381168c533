import { defineSubgraph } from '@vitrina/platform/subgraph';
import { config } from './config.ts';
import { consumers } from './events/index.ts';
import { dueDeliveriesSweep } from './jobs/due-deliveries.sweep.ts';
import { sendDueEmailsJob } from './jobs/send-due-emails.job.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Tells people what happened: in the app and by e-mail. */
export const notifications = defineSubgraph({
  name: 'notifications',
  schema: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations/', import.meta.url),
  resolvers,
  config,
  services: createServices,
  consumers,
  jobs: [sendDueEmailsJob],
  sweeps: [dueDeliveriesSweep],
  close: async ({ mailer }) => mailer.close(),
});
