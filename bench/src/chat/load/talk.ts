import { randomUUID } from 'node:crypto';
import type { Follower } from './follower.ts';
import { textOf } from './texts.ts';

interface Sending {
  readonly id: string;
  readonly text: string;
  readonly dueAt: number;
  readonly author: Follower;
  /** How often it was sent again. */
  repeats: number;
}

/**
 * Time before something is sent again, in milliseconds: soon at first, then twice as long each time, as a well-behaved client
 * does. Without that a market that fell behind once would be kept there by the repetitions.
 */
const pauseBefore = (repeats: number): number => Math.min(100 * 2 ** repeats, 10_000) * (0.5 + Math.random());

type SendAnswer = {
  readonly data?: {
    readonly sendMessage: {
      readonly message: { readonly sequence: number | null } | null;
      readonly userErrors: readonly { readonly code: string; readonly message: string }[];
    };
  };
};

/** What is being said: sends at their time, again under the same name when the answer was lost, and remembers when. */
export class Talk {
  readonly #followers: readonly Follower[];
  readonly #open = new Map<string, Sending>();
  readonly #dueByText = new Map<string, number>();
  readonly #run = Math.floor(Math.random() * 1_000_000);
  #count = 0;
  /** Greatest `sequence` the server has given out, by conversation. */
  readonly heads = new Map<string, number>();
  delivery: number[] = [];
  accepted: number[] = [];
  /** Sends that were answered, each counted once. */
  answers = 0;
  refused = 0;
  firstRefusal = '';

  constructor(followers: readonly Follower[]) {
    this.#followers = followers;
  }

  /** Sends whose answer is still out. */
  get unanswered(): number {
    return this.#open.size;
  }

  /** One message from somebody, due at that moment. */
  say(dueAt: number): void {
    const follower = this.#someone();
    if (!follower) return;
    this.#count += 1;
    const text = textOf(this.#run * 10_000 + this.#count);
    const sending = { id: randomUUID(), text, dueAt, author: follower, repeats: 0 };
    this.#open.set(sending.id, sending);
    this.#dueByText.set(text, dueAt);
    follower.send(sending.id, text);
  }

  heard(text: string): void {
    const dueAt = this.#dueByText.get(text);
    if (dueAt !== undefined) this.delivery.push(performance.now() - dueAt);
  }

  answered(id: string, answer: unknown): void {
    const sending = this.#open.get(id);
    if (!sending) return;
    const result = (answer as SendAnswer | undefined)?.data?.sendMessage;
    if (!result) {
      // Lost on the way, or nobody there to answer: whether it was written is unknown, the same name makes it safe.
      setTimeout(() => this.#again(sending), pauseBefore(sending.repeats));
      return;
    }
    this.#open.delete(id);
    this.accepted.push(performance.now() - sending.dueAt);
    this.answers += 1;
    const sequence = result.message?.sequence ?? 0;
    if (sequence > 0) {
      const { conversationId } = sending.author.plan;
      this.heads.set(conversationId, Math.max(sequence, this.heads.get(conversationId) ?? 0));
      return;
    }
    this.refused += 1;
    this.firstRefusal ||= `${JSON.stringify(result)} ${sending.text}`;
  }

  /** Starts counting anew. */
  forgetTimes(): void {
    this.delivery = [];
    this.accepted = [];
    this.#dueByText.clear();
  }

  #again(sending: Sending): void {
    sending.repeats += 1;
    if (sending.author.ready) sending.author.send(sending.id, sending.text);
    else setTimeout(() => this.#again(sending), 100);
  }

  #someone(): Follower | undefined {
    for (let tries = 0; tries < 50; tries += 1) {
      const one = this.#followers[Math.floor(Math.random() * this.#followers.length)];
      if (one?.ready) return one;
    }
    return undefined;
  }
}
