import type { Connection } from '@vitrina/platform/pagination';
import type { DeliveryRow, NotificationRow } from './queries/rows.ts';

export type NotificationMapper = NotificationRow;
export type NotificationConnectionMapper = Connection<NotificationRow> & { readonly userId: string };
export type NotificationDeliveryMapper = DeliveryRow;
export type NotificationDeliveryConnectionMapper = Connection<DeliveryRow>;
