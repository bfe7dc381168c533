import { invariant } from '@vitrina/platform/errors';
import type { ConsumerScope } from '@vitrina/platform/events';
import { cancelled, completed, delivered } from '../domain/order-news.ts';
import { type Change, noChange, type Part, type Payment } from '../domain/payment.ts';
import { resolvePayment } from '../jobs/resolve-payment.contract.ts';
import type { Services } from '../services.ts';
import { lockPaymentOfOrder } from '../store/load-payment.ts';
import { saveChange } from './save-change.ts';

/** What happened to an order, as far as its money is concerned. */
export type OrderNews =
  | { readonly kind: 'delivered'; readonly orderId: string; readonly at: Date }
  | { readonly kind: 'completed' | 'cancelled'; readonly orderId: string };

/** The decision is the domain's; this only finds it. */
const decide = (payment: Payment, parts: readonly Part[], news: OrderNews, now: Date): Change => {
  switch (news.kind) {
    case 'delivered':
      return delivered(payment, parts, news.orderId, news.at);
    case 'completed':
      return completed(parts, news.orderId, now);
    case 'cancelled':
      return cancelled(payment, parts, news.orderId, now);
  }
};

/**
 * Applies what happened to an order, in the transaction of the event. Money moves at the provider are only written
 * down here; a worker is woken for them after the commit, and the sweep does them when that wake is lost. An order that
 * was cancelled before its payment was started has none, and that is all right.
 */
export const applyOrderNews = async (
  scope: Pick<ConsumerScope<Services>, 'tx' | 'services' | 'afterCommit'>,
  news: OrderNews,
): Promise<void> => {
  const { tx, services } = scope;
  const loaded = await lockPaymentOfOrder(tx, news.orderId);
  if (!loaded) {
    invariant(news.kind === 'cancelled', `The order ${news.orderId} was ${news.kind} and has no payment.`);
    return;
  }
  const change = decide(loaded.payment, loaded.parts, news, services.clock.now());
  if (change === noChange) return;
  await saveChange(scope, loaded, change);
  const paymentId = loaded.payment.id;
  if (change.intended.length > 0) scope.afterCommit(() => services.jobs.enqueue(resolvePayment, { paymentId }));
};
