import type { FollowerPlan, WireOperation } from './orders.ts';
import { WireSocket } from './wire-socket.ts';

/** What all followers share. */
export interface FollowerWorld {
  readonly ports: readonly number[];
  readonly added: WireOperation;
  readonly send: WireOperation;
  onMessage(follower: Follower, sequence: number, text: string): void;
  /** The answer to something sent; undefined when the socket was lost before it came. */
  onAnswer(id: string, answer: unknown): void;
  onFollowing(): void;
  /** Its subscription ended with an error: it is taken up again. */
  onEnded(): void;
  onReconnect(): void;
}

const followId = 'f';
const payloadOf = ({ query, hash }: WireOperation, variables: object): object => ({
  ...(query && { query }),
  variables,
  ...(hash && { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
});

/** One person with one socket and one conversation, who comes back after every loss and resumes after what they saw. */
export class Follower {
  readonly plan: FollowerPlan;
  readonly #world: FollowerWorld;
  #socket: WireSocket | undefined;
  #gateway: number;
  #ready = false;
  #closed = false;
  #sent = new Set<string>();
  /** Last `sequence` seen; the next one has to be one more. */
  seen: number;

  constructor(plan: FollowerPlan, index: number, world: FollowerWorld) {
    this.plan = plan;
    this.#world = world;
    this.#gateway = index;
    this.seen = Math.max(0, plan.head - 1);
  }

  /** True while it is subscribed, as far as it knows. */
  get ready(): boolean {
    return this.#ready;
  }

  open(): void {
    const { ports } = this.#world;
    const socket = new WireSocket(ports[this.#gateway % ports.length] ?? 0, {
      onOpen: () => socket.send(JSON.stringify({ type: 'connection_init', payload: { token: this.plan.token } })),
      onText: (text) => this.#read(text),
      onEnd: () => this.#lost(),
    });
    this.#socket = socket;
  }

  /** Writes a message into its conversation. */
  send(id: string, text: string): void {
    const input = { conversationId: this.plan.conversationId, clientMessageId: id, text };
    this.#sent.add(id);
    this.#socket?.send(JSON.stringify({ type: 'subscribe', id, payload: payloadOf(this.#world.send, { input }) }));
  }

  cut(): void {
    this.#socket?.cut();
  }

  close(): void {
    this.#closed = true;
    this.cut();
  }

  #follow(): void {
    const variables = { conversationId: this.plan.conversationId, afterSeq: this.seen };
    this.#socket?.send(
      JSON.stringify({ type: 'subscribe', id: followId, payload: payloadOf(this.#world.added, variables) }),
    );
    this.#ready = true;
    this.#world.onFollowing();
  }

  #read(text: string): void {
    const message = JSON.parse(text) as { type: string; id?: string; payload?: unknown };
    if (message.type === 'connection_ack') this.#follow();
    else if (message.id === followId) this.#readEvent(message.type, message.payload);
    else if (message.type !== 'complete' && message.id !== undefined) {
      this.#sent.delete(message.id);
      this.#world.onAnswer(message.id, message.payload);
    }
  }

  #readEvent(type: string, payload: unknown): void {
    if (type === 'next') {
      const { data } = payload as { data?: { messageAdded: { sequence: number; text: string } } };
      if (data) this.#world.onMessage(this, data.messageAdded.sequence, data.messageAdded.text);
      return;
    }
    this.#ready = false;
    this.#world.onEnded();
    setTimeout(() => this.#closed || this.#follow(), 100 + Math.random() * 400);
  }

  #lost(): void {
    this.#ready = false;
    if (this.#closed) return;
    for (const id of this.#sent) this.#world.onAnswer(id, undefined);
    this.#sent.clear();
    this.#world.onReconnect();
    // Another gateway, after a moment, as a balancer would have it.
    this.#gateway += 1;
    setTimeout(() => this.#closed || this.open(), Math.random() * 1_000);
  }
}
