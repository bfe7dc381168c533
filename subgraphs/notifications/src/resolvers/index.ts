import type { Resolvers } from '../generated/resolvers.ts';
import { markNotificationsRead } from './Mutation/markNotificationsRead.ts';
import { retryNotificationDelivery } from './Mutation/retryNotificationDelivery.ts';
import { Notification } from './Notification.ts';
import { NotificationConnection } from './NotificationConnection.ts';
import { NotificationDelivery } from './NotificationDelivery.ts';
import { notificationDeliveries } from './Query/notificationDeliveries.ts';
import { notifications } from './Query/notifications.ts';
import { notificationAdded } from './Subscription/notificationAdded.ts';

export const resolvers: Resolvers = {
  Query: { notifications, notificationDeliveries },
  Mutation: { markNotificationsRead, retryNotificationDelivery },
  Subscription: { notificationAdded },
  Notification,
  NotificationConnection,
  NotificationDelivery,
};
