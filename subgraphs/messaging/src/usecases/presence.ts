import type { Side } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import type { ActivityHint } from './activity.ts';
import { activityTopic, tell } from './announce.ts';

/** How long a sign of life counts; one comes in good time before that. */
export const presenceTtlMs = 45_000;
const heartbeatMs = 20_000;
/** Several readers of one process hear the same question: answered a moment later, once is enough. */
const answerAfterMs = 20;

/** Which sides are on sockets of this process. Nothing is stored: who is gone stops being told, and that is all. */
export interface Presence {
  /** Somebody of that side follows the conversation now; what is given back says that they left. */
  arrive(conversationId: string, side: Side): () => void;
  /** Says that a side is there, if it is in this process. */
  confirm(conversationId: string, side: Side): void;
}

interface Here {
  readonly conversationId: string;
  readonly side: Side;
  count: number;
  answering: boolean;
}

/** Keeps count and sends signs of life for all of them from one timer, which runs only while somebody is there. */
export const createPresence = (ports: Ports): Presence => {
  const here = new Map<string, Here>();
  let timer: NodeJS.Timeout | undefined;

  const say = (conversationId: string, hint: ActivityHint): void => {
    void tell(ports, activityTopic(conversationId), hint);
  };
  const sayHere = (entry: Here): void => {
    const until = ports.clock.now().getTime() + presenceTtlMs;
    say(entry.conversationId, { kind: 'HERE', side: entry.side, until });
  };
  const beat = (): void => {
    for (const entry of here.values()) sayHere(entry);
    schedule();
  };
  const schedule = (): void => {
    timer = here.size > 0 ? setTimeout(beat, heartbeatMs).unref() : undefined;
  };
  const leave = (key: string, entry: Here): void => {
    entry.count -= 1;
    if (entry.count > 0) return;
    here.delete(key);
    say(entry.conversationId, { kind: 'GONE', side: entry.side });
  };

  return {
    arrive: (conversationId, side) => {
      const key = `${conversationId} ${side}`;
      const entry = here.get(key) ?? { conversationId, side, count: 0, answering: false };
      entry.count += 1;
      here.set(key, entry);
      if (entry.count === 1) sayHere(entry);
      if (!timer) schedule();
      let left = false;
      return () => {
        if (!left) leave(key, entry);
        left = true;
      };
    },
    confirm: (conversationId, side) => {
      const entry = here.get(`${conversationId} ${side}`);
      if (!entry || entry.answering) return;
      entry.answering = true;
      setTimeout(() => {
        entry.answering = false;
        if (entry.count > 0) sayHere(entry);
      }, answerAfterMs).unref();
    },
  };
};
