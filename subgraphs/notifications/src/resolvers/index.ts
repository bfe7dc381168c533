import type { Resolvers } from '../generated/resolvers.ts';
import { NotificationPhone, PushSubscription } from './contact-points.ts';
import { confirmNotificationPhone } from './Mutation/confirmNotificationPhone.ts';
import { linkTelegram } from './Mutation/linkTelegram.ts';
import { markNotificationsRead } from './Mutation/markNotificationsRead.ts';
import { publishNotificationTemplate } from './Mutation/publishNotificationTemplate.ts';
import { registerPushSubscription } from './Mutation/registerPushSubscription.ts';
import { removeNotificationPhone } from './Mutation/removeNotificationPhone.ts';
import { removePushSubscription } from './Mutation/removePushSubscription.ts';
import { replayNotificationDeliveries } from './Mutation/replayNotificationDeliveries.ts';
import { retryNotificationDelivery } from './Mutation/retryNotificationDelivery.ts';
import { revertNotificationTemplate } from './Mutation/revertNotificationTemplate.ts';
import { saveNotificationTemplateDraft } from './Mutation/saveNotificationTemplateDraft.ts';
import { setNotificationPhone } from './Mutation/setNotificationPhone.ts';
import { unlinkTelegram } from './Mutation/unlinkTelegram.ts';
import { unsuppressAddress } from './Mutation/unsuppressAddress.ts';
import { updateNotificationPreferences } from './Mutation/updateNotificationPreferences.ts';
import { Notification } from './Notification.ts';
import { NotificationConnection } from './NotificationConnection.ts';
import { NotificationDelivery } from './NotificationDelivery.ts';
import { NotificationPreferences } from './NotificationPreferences.ts';
import { NotificationRun } from './NotificationRun.ts';
import { NotificationStep } from './NotificationStep.ts';
import {
  NotificationTemplate,
  NotificationTemplateDraft,
  NotificationTemplateProblem,
  NotificationTemplateVariable,
  NotificationTemplateVersion,
} from './NotificationTemplate.ts';
import { notificationDeliveries } from './Query/notificationDeliveries.ts';
import { notificationPreferences } from './Query/notificationPreferences.ts';
import { notificationRuns } from './Query/notificationRuns.ts';
import { notifications } from './Query/notifications.ts';
import { notificationTemplate } from './Query/notificationTemplate.ts';
import { notificationTemplates } from './Query/notificationTemplates.ts';
import { previewNotificationTemplate } from './Query/previewNotificationTemplate.ts';
import { pushServerKey } from './Query/pushServerKey.ts';
import { suppressedAddresses } from './Query/suppressedAddresses.ts';
import { notificationAdded } from './Subscription/notificationAdded.ts';
import { SuppressedAddress } from './SuppressedAddress.ts';

export const resolvers: Resolvers = {
  Query: {
    notifications,
    notificationDeliveries,
    notificationPreferences,
    notificationRuns,
    notificationTemplate,
    notificationTemplates,
    previewNotificationTemplate,
    pushServerKey,
    suppressedAddresses,
  },
  Mutation: {
    confirmNotificationPhone,
    linkTelegram,
    markNotificationsRead,
    publishNotificationTemplate,
    registerPushSubscription,
    removeNotificationPhone,
    removePushSubscription,
    replayNotificationDeliveries,
    retryNotificationDelivery,
    revertNotificationTemplate,
    saveNotificationTemplateDraft,
    setNotificationPhone,
    unlinkTelegram,
    unsuppressAddress,
    updateNotificationPreferences,
  },
  Subscription: { notificationAdded },
  Notification,
  NotificationConnection,
  NotificationDelivery,
  NotificationPhone,
  NotificationPreferences,
  NotificationRun,
  NotificationStep,
  NotificationTemplate,
  NotificationTemplateDraft,
  NotificationTemplateProblem,
  NotificationTemplateVariable,
  NotificationTemplateVersion,
  PushSubscription,
  SuppressedAddress,
};
