import type Stripe from 'stripe';
import type { Answer, CardVault, CardView } from '../../domain/provider.ts';
import { known } from '../../domain/provider.ts';
import { answerOfError } from './failures.ts';
import { cardView } from './views.ts';

const attempt = async <T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> => {
  try {
    return await call();
  } catch (error) {
    return answerOfError(error);
  }
};

const unusable: Answer<never> = {
  kind: 'refused',
  failure: { code: 'PAYMENT_METHOD_UNUSABLE', message: 'This is not a card that can be saved; enter it again.' },
};

/** The method behind a token: a set-up that is done names its method, a card token becomes one. */
const methodBehind = async (stripe: Stripe, token: string): Promise<string | null> => {
  if (token.startsWith('seti_')) {
    const setup = await stripe.setupIntents.retrieve(token);
    return typeof setup.payment_method === 'string' && setup.status === 'succeeded' ? setup.payment_method : null;
  }
  if (!token.startsWith('tok_')) return token;
  return (await stripe.paymentMethods.create({ type: 'card', card: { token } }, { idempotencyKey: `save.${token}` }))
    .id;
};

const save = async (stripe: Stripe, token: string, customerId: string): Promise<Answer<CardView>> => {
  const methodId = await methodBehind(stripe, token);
  if (methodId === null) return unusable;
  const found = await stripe.paymentMethods.retrieve(methodId);
  if (found.customer !== null && found.customer !== customerId) return unusable;
  const kept =
    found.customer === customerId ? found : await stripe.paymentMethods.attach(found.id, { customer: customerId });
  const card = cardView(kept);
  return card ? known(card) : unusable;
};

/** Keeps cards at Stripe: a customer per person, SetupIntents for the browser's script, methods attached to customers. */
export const createCardVault = (stripe: Stripe): CardVault => ({
  createCustomer: (userId) =>
    attempt(async () =>
      known((await stripe.customers.create({ metadata: { userId } }, { idempotencyKey: `customer.${userId}` })).id),
    ),
  createSetup: (customer) =>
    attempt(async () => {
      const setup = await stripe.setupIntents.create({
        customer,
        usage: 'off_session',
        allowed_payment_method_types: ['card'],
      });
      return setup.client_secret === null
        ? unusable
        : known({ providerToken: setup.id, clientSecret: setup.client_secret });
    }),
  saveCard: (token, customerId) => attempt(() => save(stripe, token, customerId)),
  forgetCard: (token) =>
    attempt(async () => {
      const method = await stripe.paymentMethods.retrieve(token);
      if (method.customer !== null) await stripe.paymentMethods.detach(token);
      return known(null);
    }),
});
