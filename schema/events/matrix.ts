/** One row of the event matrix: who publishes an event and which contexts react to it. */
export interface MatrixRow {
  readonly event: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** Every event of the market and its consumers. A test holds this against what the running contexts subscribe to. */
export const eventMatrix: readonly MatrixRow[] = [
  { event: 'user.registered', from: 'identity', to: ['notifications', 'analytics'] },
  { event: 'user.email-verification-requested', from: 'identity', to: ['notifications'] },
  { event: 'user.password-reset-requested', from: 'identity', to: ['notifications'] },
  { event: 'session.revoked', from: 'identity', to: [] },
  { event: 'shop.created', from: 'seller', to: ['catalog', 'search'] },
  { event: 'shop.updated', from: 'seller', to: ['catalog', 'search'] },
  { event: 'product.created', from: 'catalog', to: ['search', 'moderation', 'analytics'] },
  { event: 'product.updated', from: 'catalog', to: ['search', 'moderation'] },
  { event: 'product.deleted', from: 'catalog', to: ['search'] },
  { event: 'category.changed', from: 'catalog', to: ['search'] },
  { event: 'price.changed', from: 'catalog', to: [] },
  { event: 'inventory.low', from: 'catalog', to: ['notifications'] },
  { event: 'inventory.out', from: 'catalog', to: ['search', 'notifications'] },
  { event: 'inventory.restocked', from: 'catalog', to: ['search'] },
  { event: 'order.created', from: 'orders', to: ['payments', 'catalog', 'notifications', 'analytics'] },
  { event: 'order.confirmed', from: 'orders', to: [] },
  { event: 'order.shipped', from: 'orders', to: ['notifications', 'analytics'] },
  { event: 'order.delivered', from: 'orders', to: ['payments', 'notifications'] },
  { event: 'order.completed', from: 'orders', to: ['payments'] },
  { event: 'order.cancelled', from: 'orders', to: ['payments', 'notifications'] },
  { event: 'order.paid', from: 'payments', to: ['orders', 'notifications', 'seller'] },
  { event: 'payment.authorised', from: 'payments', to: ['orders'] },
  { event: 'payment.failed', from: 'payments', to: ['orders', 'notifications'] },
  { event: 'payment.refunded', from: 'payments', to: ['orders', 'notifications'] },
  { event: 'payment.refund-failed', from: 'payments', to: ['orders'] },
  { event: 'video.uploaded', from: 'video', to: ['moderation', 'analytics'] },
  // Catalog keeps no copy of which goods have videos: `Product.videos` answers that live, so it has nothing to react to.
  { event: 'video.processed', from: 'video', to: ['notifications'] },
  { event: 'video.failed', from: 'video', to: ['notifications'] },
  { event: 'live.started', from: 'video', to: [] },
  { event: 'live.ended', from: 'video', to: [] },
  { event: 'moderation.decided', from: 'moderation', to: ['video', 'messaging'] },
  { event: 'review.created', from: 'reviews', to: ['moderation', 'notifications', 'analytics'] },
  { event: 'message.sent', from: 'messaging', to: ['notifications'] },
  { event: 'message.held', from: 'messaging', to: ['moderation'] },
  { event: 'message.reported', from: 'messaging', to: ['moderation'] },
];
