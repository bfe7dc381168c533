import type { Latency } from '../../measure/numbers.ts';

/** A person at a conversation, as the load plays it. */
export interface FollowerPlan {
  readonly conversationId: string;
  readonly token: string;
  /** `sequence` of the last message there; the follower has missed that one, so getting it proves that it follows. */
  readonly head: number;
}

/** An operation, by the hash it is registered under or as text. */
export interface WireOperation {
  readonly query?: string;
  readonly hash?: string;
}

/** What the bench tells the load process to do; each is answered with one {@link LoadAnswer}. */
export type LoadOrder =
  | {
      readonly kind: 'open';
      readonly ports: readonly number[];
      readonly added: WireOperation;
      readonly send: WireOperation;
      readonly followers: readonly FollowerPlan[];
    }
  /** Sends at that rate for so long; meanwhile so many sockets are cut at random moments. */
  | { readonly kind: 'talk'; readonly perSecond: number; readonly seconds: number; readonly cuts: number }
  /** Waits until nothing comes any more and compares what everybody got with what was sent. */
  | { readonly kind: 'verify' }
  /** Cuts every socket at once, each having missed one message; answered when all of them have it and follow again. */
  | { readonly kind: 'storm' }
  | { readonly kind: 'close' };

/** How a talk went. */
export interface TalkFigures {
  readonly sent: number;
  /** From the moment a message was due until each follower had it. */
  readonly delivery: Latency;
  /** From the moment a message was due until its sender was told. */
  readonly accepted: Latency;
  readonly cuts: number;
}

/** What everybody got, against what was sent. */
export interface VerifyFigures {
  readonly messages: number;
  readonly deliveries: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  /** Sends that were refused or held, with the first reason. */
  readonly refused: number;
  readonly firstRefusal: string;
  /** Subscriptions that ended with an error and were taken up again. */
  readonly ended: number;
  readonly reconnects: number;
}

export type LoadAnswer =
  | { readonly kind: 'following'; readonly milliseconds: number }
  | { readonly kind: 'talked'; readonly figures: TalkFigures }
  | { readonly kind: 'verified'; readonly figures: VerifyFigures }
  | { readonly kind: 'closed' };
