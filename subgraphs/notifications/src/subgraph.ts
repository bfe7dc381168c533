import { defineSubgraph } from '@vitrina/platform/subgraph';
import { closeChannels } from './clients/channels/index.ts';
import { config } from './config.ts';
import { consumers } from './events/index.ts';
import { dueStepsSweep } from './jobs/due-steps.sweep.ts';
import { oldRowsSweep } from './jobs/old-rows.sweep.ts';
import { runDueStepsJob } from './jobs/run-due-steps.job.ts';
import { resolvers } from './resolvers/index.ts';
import { mailEventsWebhook } from './resolvers/mail-events.route.ts';
import { smsReceiptsWebhook } from './resolvers/sms-receipts.route.ts';
import { telegramWebhook } from './resolvers/telegram.route.ts';
import { unsubscribeAsk, unsubscribeDo } from './resolvers/unsubscribe.route.ts';
import { createServices } from './services.ts';

/** Tells people what happened, where and when they want to hear it. */
export const notifications = defineSubgraph({
  name: 'notifications',
  schema: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations/', import.meta.url),
  resolvers,
  config,
  services: createServices,
  consumers,
  jobs: [runDueStepsJob],
  sweeps: [dueStepsSweep, oldRowsSweep],
  routes: [unsubscribeAsk, unsubscribeDo, mailEventsWebhook, smsReceiptsWebhook, telegramWebhook],
  close: async ({ channels }) => closeChannels(channels),
});
