import type { Connection } from '@vitrina/platform/pagination';
import type { DeliveryRow, NotificationRow, PreferencesOf, RunRow, StepRow } from './queries/rows.ts';
import type { ContactPointRow, SuppressionRow } from './store/reach.ts';

export type NotificationMapper = NotificationRow;
export type NotificationConnectionMapper = Connection<NotificationRow> & { readonly userId: string };
export type NotificationDeliveryMapper = DeliveryRow;
export type NotificationDeliveryConnectionMapper = Connection<DeliveryRow>;
export type NotificationRunMapper = RunRow;
export type NotificationRunConnectionMapper = Connection<RunRow>;
export type NotificationStepMapper = StepRow;
export type NotificationPreferencesMapper = PreferencesOf;
export type NotificationPhoneMapper = ContactPointRow;
export type PushSubscriptionMapper = ContactPointRow;
export type SuppressedAddressMapper = SuppressionRow;
export type SuppressedAddressConnectionMapper = Connection<SuppressionRow>;
