import { email, inApp, sms } from '../workflow/step.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

export const welcome = defineWorkflow({ name: 'welcome', category: 'ACCOUNT', steps: [inApp()] });

export const emailVerification = defineWorkflow({
  name: 'email-verification',
  category: 'SECURITY',
  secret: 'EMAIL_LINK',
  steps: [email()],
});

export const passwordReset = defineWorkflow({
  name: 'password-reset',
  category: 'SECURITY',
  secret: 'EMAIL_LINK',
  steps: [email()],
});

/** Goes to the number that is to be proved, not to one that is proved already. */
export const phoneCode = defineWorkflow({
  name: 'phone-code',
  category: 'SECURITY',
  secret: 'PHONE_CODE',
  steps: [sms()],
});
