import { setTimeout as pause } from 'node:timers/promises';
import { latencyOf } from '../../measure/numbers.ts';
import { Follower, type FollowerWorld } from './follower.ts';
import type { LoadAnswer, LoadOrder, TalkFigures, VerifyFigures } from './orders.ts';
import { Talk } from './talk.ts';

type Opening = Extract<LoadOrder, { kind: 'open' }>;
type Talking = Extract<LoadOrder, { kind: 'talk' }>;

/** Sockets opened in one go; the rest waits a moment. */
const openAtOnce = 50;
const openEveryMs = 10;
const quietForMs = 2_000;
const patienceMs = 60_000;

/** All followers of one run. */
export class Crowd {
  readonly #followers: Follower[];
  readonly #talk: Talk;
  /** Where each stood when it came. */
  readonly #began: ReadonlyMap<string, number>;
  /** Where each has to be to count as following. */
  readonly #wanted = new Map<string, number>();
  #deliveries = 0;
  #duplicated = 0;
  #reordered = 0;
  #ended = 0;
  #reconnects = 0;
  #lastHeardAt = 0;

  constructor({ ports, added, send, followers }: Opening) {
    const world: FollowerWorld = {
      ports,
      added,
      send,
      onMessage: (follower, sequence, text) => this.#hear(follower, sequence, text),
      onAnswer: (id, answer) => this.#talk.answered(id, answer),
      onFollowing: () => undefined,
      onEnded: () => {
        this.#ended += 1;
      },
      onReconnect: () => {
        this.#reconnects += 1;
      },
    };
    this.#followers = followers.map((plan, index) => new Follower(plan, index, world));
    this.#began = new Map(followers.map(({ conversationId, head }) => [conversationId, head]));
    this.#talk = new Talk(this.#followers);
  }

  /** Opens every socket and waits until all follow. */
  async open(): Promise<LoadAnswer> {
    const startedAt = performance.now();
    for (const { plan } of this.#followers) this.#wanted.set(plan.conversationId, plan.head);
    for (const [index, follower] of this.#followers.entries()) {
      follower.open();
      if (index % openAtOnce === openAtOnce - 1) await pause(openEveryMs);
    }
    return this.#untilFollowing(startedAt);
  }

  /** Cuts everybody at once; they come back by themselves, within a second at random, as real ones do. */
  async storm(): Promise<LoadAnswer> {
    const startedAt = performance.now();
    for (const follower of this.#followers) {
      const { conversationId } = follower.plan;
      this.#wanted.set(conversationId, Math.max(follower.seen, this.#wanted.get(conversationId) ?? 0));
      follower.seen = Math.max(0, follower.seen - 1);
      follower.cut();
    }
    await pause(50);
    return this.#untilFollowing(startedAt);
  }

  async talk({ perSecond, seconds, cuts }: Talking): Promise<LoadAnswer> {
    this.#talk.forgetTimes();
    const startedAt = performance.now();
    const total = perSecond * seconds;
    let sent = 0;
    let cut = 0;
    for (;;) {
      const elapsed = performance.now() - startedAt;
      for (; sent < total && sent * (1_000 / perSecond) <= elapsed; sent += 1)
        this.#talk.say(startedAt + sent * (1_000 / perSecond));
      for (; cut < cuts && cut * ((seconds * 1_000) / cuts) <= elapsed; cut += 1)
        this.#followers[Math.floor(Math.random() * this.#followers.length)]?.cut();
      if (elapsed >= seconds * 1_000) break;
      await pause(2);
    }
    await this.#untilQuiet();
    const { delivery, accepted } = this.#talk;
    const figures: TalkFigures = { sent, delivery: latencyOf(delivery), accepted: latencyOf(accepted), cuts: cut };
    return { kind: 'talked', figures };
  }

  async verify(): Promise<LoadAnswer> {
    await this.#untilQuiet();
    const { heads, answers, refused, firstRefusal } = this.#talk;
    let lost = 0;
    for (const { plan, seen } of this.#followers) lost += Math.max(0, (heads.get(plan.conversationId) ?? 0) - seen);
    let written = 0;
    for (const [id, head] of heads) written += head - (this.#began.get(id) ?? 0);
    const figures: VerifyFigures = {
      messages: written,
      deliveries: this.#deliveries,
      lost,
      // A message that was written twice, because a repeated send was not known again, counts as well.
      duplicated: this.#duplicated + Math.max(0, written - (answers - refused)),
      reordered: this.#reordered,
      refused,
      firstRefusal,
      ended: this.#ended,
      reconnects: this.#reconnects,
    };
    return { kind: 'verified', figures };
  }

  close(): void {
    for (const follower of this.#followers) follower.close();
  }

  /** Each message once and in order: anything else is counted, and what was jumped over will be missing at the end. */
  #hear(follower: Follower, sequence: number, text: string): void {
    this.#deliveries += 1;
    this.#lastHeardAt = performance.now();
    if (sequence === follower.seen + 1) follower.seen = sequence;
    else if (sequence <= follower.seen) this.#duplicated += 1;
    else {
      this.#reordered += 1;
      follower.seen = sequence;
    }
    this.#talk.heard(text);
  }

  async #untilFollowing(startedAt: number): Promise<LoadAnswer> {
    const deadline = performance.now() + patienceMs;
    const behind = () =>
      this.#followers.filter(({ ready, seen, plan }) => !ready || seen < (this.#wanted.get(plan.conversationId) ?? 0))
        .length;
    for (let left = behind(); left > 0; left = behind()) {
      if (performance.now() > deadline) throw new Error(`${left} do not follow after a minute.`);
      await pause(20);
    }
    return { kind: 'following', milliseconds: performance.now() - startedAt };
  }

  async #untilQuiet(): Promise<void> {
    const deadline = performance.now() + patienceMs;
    const busy = () =>
      this.#talk.unanswered > 0 ||
      performance.now() - this.#lastHeardAt < quietForMs ||
      !this.#followers.every(({ ready }) => ready);
    while (busy() && performance.now() < deadline) await pause(20);
  }
}
