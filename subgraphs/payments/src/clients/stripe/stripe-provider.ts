import Stripe from 'stripe';
import type {
  Answer,
  AuthoriseOrder,
  CallOrder,
  CaptureOrder,
  IntentView,
  PaymentProvider,
  RefundOrder,
  RefundView,
} from '../../domain/provider.ts';
import { known } from '../../domain/provider.ts';
import { isChargeable, toStripe } from './amounts.ts';
import { answerOfError, keyRefused } from './failures.ts';
import { intentExpansion, intentView, refundView } from './views.ts';

/** Clocks of two houses differ; a list is searched from this much before the call. */
const clockSkewSeconds = 300;
/** No request is under way at Stripe for longer than this. */
const settledAfterMs = 120_000;

/**
 * The key of a repetition: the call's own, which Stripe answers with the first outcome. It also repeats a stored 5xx
 * for a day, so once nothing can be under way any more, and a look showed that nothing happened, a fresh key is used.
 */
const keyOf = ({ callId, startedAt }: CallOrder, now: Date): string => {
  const period = Math.floor((now.getTime() - startedAt.getTime()) / settledAfterMs);
  return period < 1 ? callId : `${callId}.${period}`;
};

const expand = intentExpansion;
const unnamed = (what: string): Answer<never> => ({
  kind: 'unknown',
  reason: `${what} of an intent that is not known yet`,
});

/** Runs a call and sorts what comes back. A declined card is an answer about the intent, not an error. */
const intentAnswer = async (call: () => Promise<Stripe.PaymentIntent>): Promise<Answer<IntentView>> => {
  try {
    return known(intentView(await call()));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) {
      return known(intentView(error.payment_intent));
    }
    return answerOfError(error);
  }
};

const refundAnswer = async (call: () => Promise<Stripe.Refund>): Promise<Answer<RefundView>> => {
  try {
    return known(refundView(await call()));
  } catch (error) {
    return answerOfError(error);
  }
};

/** A look that failed says nothing of what it was to find out. */
const unseen = <T>(answer: Answer<T>): Answer<T> =>
  answer.kind === 'refused' ? { kind: 'unknown', reason: answer.failure.code } : answer;

/** A key of ours that is not taken refuses this call only: an earlier one may have had its effect, and a later one will. */
const untilOurKeyWorks = <T>(answer: Answer<T>): Answer<T> =>
  answer.kind === 'refused' && answer.failure.code === keyRefused.code ? unseen(answer) : answer;

/** Turns whichever token the browser's script gave into a payment method's id. */
const methodOf = async (stripe: Stripe, token: string, key: string): Promise<string> => {
  if (token.startsWith('tok_')) {
    const made = await stripe.paymentMethods.create(
      { type: 'card', card: { token } },
      { idempotencyKey: `${key}.method` },
    );
    return made.id;
  }
  if (token.startsWith('seti_')) {
    const setup = await stripe.setupIntents.retrieve(token);
    if (typeof setup.payment_method === 'string') return setup.payment_method;
  }
  return token;
};

const createIntent = async (stripe: Stripe, order: AuthoriseOrder, key: string): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create(
    {
      amount: toStripe(order.amountMinor, order.currency),
      currency: order.currency.toLowerCase(),
      capture_method: 'manual',
      confirm: true,
      allowed_payment_method_types: ['card'],
      payment_method: await methodOf(stripe, order.providerToken ?? '', key),
      metadata: { paymentId: order.paymentId, groupId: order.groupId },
      transfer_group: order.groupId,
      expand,
      ...(order.customerId !== null && { customer: order.customerId }),
      ...(order.saveMethod && order.customerId !== null && { setup_future_usage: 'off_session' as const }),
      ...(order.returnUrl !== null && { return_url: order.returnUrl }),
    },
    { idempotencyKey: key },
  );

/** Finds an intent by the payment it carries in its metadata; lists are consistent at once, searches are not. */
const findIntent = async (stripe: Stripe, order: AuthoriseOrder): Promise<Stripe.PaymentIntent | undefined> => {
  // Open to now: what made it may have been a later try, whose answer was lost too.
  const gte = Math.floor(order.startedAt.getTime() / 1_000) - clockSkewSeconds;
  for await (const intent of stripe.paymentIntents.list({ limit: 100, created: { gte } })) {
    if (intent.metadata['paymentId'] === order.paymentId) return intent;
  }
  return undefined;
};

/** What became of an authorisation whose answer was lost. */
const askAuthorised = async (stripe: Stripe, order: AuthoriseOrder, now: Date): Promise<Answer<IntentView>> => {
  const { intentId } = order;
  const look = async (id: string) => unseen(await intentAnswer(() => stripe.paymentIntents.retrieve(id, { expand })));
  if (intentId !== null) return look(intentId);
  const key = keyOf(order, now);
  const create = async () => untilOurKeyWorks(await intentAnswer(() => createIntent(stripe, order, key)));
  // The same key gives the first outcome back, or lets the call happen now if it never did: no look is needed first.
  const repeated = key === order.callId ? await create() : undefined;
  if (repeated && repeated.kind !== 'unknown') return repeated;
  try {
    const found = await findIntent(stripe, order);
    if (found) return look(found.id);
  } catch (error) {
    return unseen(answerOfError(error));
  }
  return repeated ?? create();
};

/** Looks first, because a look shows what an effect did without doing it again. */
const lookThen = async (
  stripe: Stripe,
  { intentId }: CallOrder,
  isDone: (view: IntentView) => boolean,
  act: () => Promise<Answer<IntentView>>,
): Promise<Answer<IntentView>> => {
  if (intentId === null) return unnamed('the state');
  const seen = await intentAnswer(() => stripe.paymentIntents.retrieve(intentId, { expand }));
  if (seen.kind !== 'known' || isDone(seen.value)) return seen;
  return act();
};

const capture = (stripe: Stripe, order: CaptureOrder, key: string): Promise<Answer<IntentView>> => {
  const { intentId } = order;
  if (intentId === null) return Promise.resolve(unnamed('capture'));
  return intentAnswer(() =>
    stripe.paymentIntents.capture(
      intentId,
      { amount_to_capture: toStripe(order.amountMinor, order.currency), expand },
      { idempotencyKey: key },
    ),
  );
};

const cancel = (stripe: Stripe, order: CallOrder, key: string): Promise<Answer<IntentView>> => {
  const { intentId } = order;
  if (intentId === null) return Promise.resolve(unnamed('cancelling'));
  return intentAnswer(() => stripe.paymentIntents.cancel(intentId, { expand }, { idempotencyKey: key }));
};

const refund = async (stripe: Stripe, order: RefundOrder, key: string): Promise<Answer<RefundView>> => {
  const { intentId } = order;
  if (intentId === null) return unnamed('refund');
  const given = {
    payment_intent: intentId,
    amount: toStripe(order.amountMinor, order.currency),
    metadata: { refundId: order.refundId },
  };
  // Nobody waits for another way to pay here: a refund that cannot be asked for now is asked for when it can.
  return untilOurKeyWorks(await refundAnswer(() => stripe.refunds.create(given, { idempotencyKey: key })));
};

/** What became of a refund whose answer was lost: refunds of an intent are listed at once, by our id in their metadata. */
const askRefunded = async (stripe: Stripe, order: RefundOrder, now: Date): Promise<Answer<RefundView>> => {
  const { intentId } = order;
  if (intentId === null) return unnamed('refund');
  try {
    for await (const listed of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
      if (listed.metadata?.['refundId'] === order.refundId) return known(refundView(listed));
    }
  } catch (error) {
    return unseen(answerOfError(error));
  }
  return refund(stripe, order, keyOf(order, now));
};

const isCaptured = ({ state }: IntentView): boolean => state !== 'AUTHORISED';
const isOver = ({ state }: IntentView): boolean => state === 'VOIDED' || state === 'CAPTURED';

const uncountable: Answer<never> = {
  kind: 'refused',
  failure: { code: 'CURRENCY_NOT_CHARGEABLE', message: 'Cards cannot be charged in this currency; pay another way.' },
};

/** Stripe behind the port: PaymentIntents with manual capture (docs.stripe.com/payments/place-a-hold-on-a-payment-method). */
export const createStripeProvider = (stripe: Stripe, now: () => Date): PaymentProvider => ({
  name: 'stripe',
  authorise: async (order) =>
    isChargeable(order.currency) ? intentAnswer(() => createIntent(stripe, order, order.callId)) : uncountable,
  askAuthorised: (order) => askAuthorised(stripe, order, now()),
  capture: (order) => capture(stripe, order, order.callId),
  askCaptured: (order) => lookThen(stripe, order, isCaptured, () => capture(stripe, order, keyOf(order, now()))),
  cancel: (order) => cancel(stripe, order, order.callId),
  askCancelled: (order) => lookThen(stripe, order, isOver, () => cancel(stripe, order, keyOf(order, now()))),
  refund: (order) => refund(stripe, order, order.callId),
  askRefunded: (order) => askRefunded(stripe, order, now()),
  retrieve: (intentId) => intentAnswer(() => stripe.paymentIntents.retrieve(intentId, { expand })),
  retrieveRefund: (providerRefundId) => refundAnswer(() => stripe.refunds.retrieve(providerRefundId)),
});
