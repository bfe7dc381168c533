import { consume } from '@vitrina/platform/events';
import { emailVerificationRequested, passwordResetRequested, userRegistered } from '@vitrina/schema/events';
import { emailVerification, passwordReset, welcome } from '../domain/workflows/account.ts';
import type { Services } from '../services.ts';
import { notify } from '../usecases/notify.ts';

export const welcomeUser = consume<Services, typeof userRegistered.payload>(
  userRegistered,
  'welcome-user',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: [payload.userId],
      workflow: welcome,
      params: { displayName: payload.displayName },
    }),
);

export const sendVerification = consume<Services, typeof emailVerificationRequested.payload>(
  emailVerificationRequested,
  'send-email-verification',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: [payload.userId],
      workflow: emailVerification,
      params: { requestId: payload.requestId },
    }),
);

export const sendPasswordReset = consume<Services, typeof passwordResetRequested.payload>(
  passwordResetRequested,
  'send-password-reset',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: [payload.userId],
      workflow: passwordReset,
      params: { requestId: payload.requestId },
    }),
);
