import type { delivery } from '../store/delivery.table.ts';
import type { notification } from '../store/notification.table.ts';

export type NotificationRow = typeof notification.$inferSelect;
export type DeliveryRow = typeof delivery.$inferSelect;
