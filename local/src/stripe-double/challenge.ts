import { attemptCharge, failAttempt } from './charging.ts';
import { refused, StripeError } from './errors.ts';
import { saveForLater } from './resources/payment-methods.ts';
import { finishSetup } from './resources/setup-intents.ts';
import type { PaymentIntent, SetupIntent } from './shapes/index.ts';
import { emit, type Work } from './work.ts';

export type ChallengeOutcome = 'approve' | 'fail';

function finishPayment(work: Work, intent: PaymentIntent, outcome: ChallengeOutcome): PaymentIntent {
  const method = work.tx.require('payment_method', intent.payment_method ?? '');
  if (outcome === 'fail') {
    failAttempt(work, intent, method, {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    });
  }
  const paid = attemptCharge(work, intent, method, true);
  saveForLater(work, paid, method);
  return paid;
}

function finishSetupChallenge(work: Work, intent: SetupIntent, outcome: ChallengeOutcome): SetupIntent {
  if (outcome === 'approve') return finishSetup(work, intent);
  const failed = work.tx.put<SetupIntent>({
    ...intent,
    last_setup_error: {
      type: 'invalid_request_error',
      code: 'setup_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(work, 'setup_intent.setup_failed', failed);
  return failed;
}

/** Ends the challenge of a payment or setup intent. A declined charge is an outcome here, not an error. */
export function finishChallenge(work: Work, intentId: string, outcome: ChallengeOutcome): PaymentIntent | SetupIntent {
  const setup = work.tx.find('setup_intent', intentId);
  const intent = setup ?? work.tx.require('payment_intent', intentId);
  if (intent.status !== 'requires_action') {
    throw refused(`This intent has a status of ${intent.status} and waits for no challenge.`);
  }
  if (setup) return finishSetupChallenge(work, setup, outcome);
  try {
    return finishPayment(work, work.tx.require('payment_intent', intentId), outcome);
  } catch (error) {
    if (error instanceof StripeError && error.keepsEffects) return work.tx.require('payment_intent', intentId);
    throw error;
  }
}
