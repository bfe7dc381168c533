import type { OutboundChannel } from '../channel.ts';

/** A question asked anew before anything is sent; `conditions.ts` says how it is answered. */
export type ConditionName =
  | 'message-unread'
  | 'payment-awaited'
  | 'order-alive'
  | 'orders-to-ship'
  | 'goods-low'
  | 'goods-sold-out';

/** Keeps the message in the person's list in the app. */
export interface InAppStep {
  readonly do: 'IN_APP';
}

/** Sends by the first channel; one that fails for good, or that the person does not have or want, passes it on to the next. */
export interface SendStep {
  readonly do: 'SEND';
  readonly channels: readonly [OutboundChannel, ...OutboundChannel[]];
}

/** Lets time pass. */
export interface DelayStep {
  readonly do: 'DELAY';
  readonly seconds: number;
}

/** Gathers what comes with the same key within a window, and goes on once for all of it. */
export interface DigestStep {
  readonly do: 'DIGEST';
  readonly windowSeconds: number;
}

/** Goes on only when the answer is yes. It is asked again before everything that is sent after it. */
export interface ConditionStep {
  readonly do: 'CONDITION';
  readonly name: ConditionName;
}

/** Goes on at most so often per recipient and workflow; what is too much ends here. */
export interface ThrottleStep {
  readonly do: 'THROTTLE';
  readonly most: number;
  readonly perSeconds: number;
}

export type Step = InAppStep | SendStep | DelayStep | DigestStep | ConditionStep | ThrottleStep;

export const inApp = (): InAppStep => ({ do: 'IN_APP' });
export const send = (...channels: SendStep['channels']): SendStep => ({ do: 'SEND', channels });
export const email = (): SendStep => send('EMAIL');
export const webPush = (): SendStep => send('WEB_PUSH');
export const sms = (): SendStep => send('SMS');
export const telegram = (): SendStep => send('TELEGRAM');
export const delay = (seconds: number): DelayStep => ({ do: 'DELAY', seconds });
export const digest = (windowSeconds: number): DigestStep => ({ do: 'DIGEST', windowSeconds });
export const condition = (name: ConditionName): ConditionStep => ({ do: 'CONDITION', name });
export const throttle = (most: number, perSeconds: number): ThrottleStep => ({ do: 'THROTTLE', most, perSeconds });
