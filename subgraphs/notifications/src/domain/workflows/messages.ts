import { condition, digest, inApp, send } from '../workflow/step.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

/**
 * The list in the app has every message at once. Who has not read them two minutes later is told elsewhere, once per
 * conversation, of those that are still unread then.
 */
export const messageReceived = defineWorkflow({
  name: 'message-received',
  category: 'MESSAGES',
  steps: [inApp(), digest(120), condition('message-unread'), send('WEB_PUSH', 'TELEGRAM', 'EMAIL')],
});
