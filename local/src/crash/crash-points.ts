const remote = ['before-intent', 'after-intent', 'after-call', 'after-result'];
/** A local step has no intent of its own. */
const local = ['before-intent', 'after-call', 'after-result'];

const places = (saga: string, step: string, kind: readonly string[], compensated: boolean): string[] => [
  ...kind.map((place) => `${saga}.${step}.${place}`),
  ...(compensated ? kind.map((place) => `${saga}.${step}.undo-${place}`) : []),
];

const providerCalls = (call: string): string[] =>
  ['before-call', 'after-call', 'after-result'].map((place) => `payments.${call}.${place}`);

/** So many of the points, evenly spread over the whole list, or all of them when no number is given: always the same ones. */
export const sampleOf = (points: readonly string[], size?: number): readonly string[] =>
  size === undefined || size >= points.length
    ? points
    : Array.from({ length: size }, (_, index) => points[Math.floor(((index + 0.5) * points.length) / size)] ?? '');

/**
 * Every named crash point of a purchase, as `platform/src/crash-points` takes them: the checkout saga forward and back,
 * the provider calls of payments, the stock commands of catalog, relay and consumers of events.
 */
export const purchaseCrashPoints: readonly string[] = [
  ...places('orders.checkout', 'reserve', remote, true),
  ...places('orders.checkout', 'authorise', remote, true),
  ...places('orders.checkout', 'confirm', local, true),
  ...places('orders.checkout', 'capture', remote, true),
  ...places('orders.checkout', 'commit', remote, false),
  ...['authorise', 'capture', 'void', 'refund'].flatMap(providerCalls),
  'catalog.reserve.before-commit',
  'catalog.reserve.after-commit',
  'catalog.commit.after-commit',
  'events.relay.after-append',
  'events.consumer.after-effect',
  'events.consumer.before-close',
];
