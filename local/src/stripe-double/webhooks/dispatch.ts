import type { StripeEvent } from '../shapes/index.ts';
import type { WebhookDelivery } from './delivery.ts';
import type { WebhookMode, WebhookModes } from './modes.ts';

/** A stored event, the endpoints it is owed to, and what was asked to happen to it on the way. */
export interface Outgoing {
  event: StripeEvent;
  endpoints: readonly string[];
  mode: WebhookMode | undefined;
}

/** A held batch is let go even when no further event comes, so that a test cannot lose one. */
const LONGEST_HOLD_MS = 5_000;

/** Carries out the webhook modes; without one an event goes out as soon as its request was answered. */
export class WebhookDispatch {
  readonly #delivery: WebhookDelivery;
  readonly #modes: WebhookModes;
  #held: Outgoing[] = [];

  constructor(delivery: WebhookDelivery, modes: WebhookModes) {
    this.#delivery = delivery;
    this.#modes = modes;
  }

  plan(event: StripeEvent, endpoints: readonly string[]): Outgoing {
    return { event, endpoints, mode: endpoints.length > 0 ? this.#modes.take(event.type) : undefined };
  }

  /** Delivers what was asked to overtake the answer. A failed attempt is repeated later like any other. */
  async beforeResponse(outgoing: readonly Outgoing[]): Promise<void> {
    for (const { event, endpoints, mode } of outgoing) {
      if (mode?.kind !== 'before_response') continue;
      for (const endpoint of endpoints) {
        const isDelivered = await this.#delivery.deliver(event.id, endpoint);
        if (!isDelivered) this.#delivery.enqueue(event.id, endpoint);
      }
    }
  }

  afterResponse(outgoing: readonly Outgoing[]): void {
    for (const item of outgoing) this.#send(item);
  }

  #send(item: Outgoing): void {
    switch (item.mode?.kind) {
      case 'before_response':
        return;
      case 'duplicate':
        for (let copy = 0; copy < item.mode.times; copy++) this.#enqueue(item);
        return;
      case 'delay':
        this.#delivery.later(item.mode.delayMs, () => this.#enqueue(item));
        return;
      case 'drop':
        this.#enqueue(item, item.mode.attempts);
        return;
      case 'reorder':
        this.#hold(item, item.mode.window);
        return;
      default:
        this.#enqueue(item);
    }
  }

  #enqueue(item: Outgoing, dropFirst = 0): void {
    for (const endpoint of item.endpoints) this.#delivery.enqueue(item.event.id, endpoint, dropFirst);
  }

  #hold(item: Outgoing, window: number): void {
    this.#held.push(item);
    if (this.#held.length >= window) this.#releaseHeld();
    else this.#delivery.later(LONGEST_HOLD_MS, () => this.#releaseHeld());
  }

  /** Newest first and one after the other: parallel deliveries could fall back into their old order. */
  #releaseHeld(): void {
    const held = this.#held.reverse();
    this.#held = [];
    void this.#inTurn(held);
  }

  async #inTurn(items: readonly Outgoing[]): Promise<void> {
    for (const { event, endpoints } of items) {
      for (const endpoint of endpoints) {
        const isDelivered = await this.#delivery.deliver(event.id, endpoint);
        if (!isDelivered) this.#delivery.enqueue(event.id, endpoint);
      }
    }
  }
}
