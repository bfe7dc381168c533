import type { notification } from '../store/notification.table.ts';
import type { PreferenceRow } from '../store/reach.ts';
import type { digest, step, stepTry, workflowRun } from '../store/workflow.table.ts';

export type NotificationRow = typeof notification.$inferSelect;
export type RunRow = typeof workflowRun.$inferSelect;
export type StepRow = typeof step.$inferSelect;
export type TryRow = typeof stepTry.$inferSelect;
export type DigestRow = typeof digest.$inferSelect;

/** A step on a channel with a provider behind it, and the kind of message it carries. */
export type DeliveryRow = StepRow & { readonly kind: string };

/** A person's preferences; without a row everything is as it comes. */
export interface PreferencesOf {
  readonly userId: string;
  readonly row: PreferenceRow | undefined;
}
