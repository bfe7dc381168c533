import { setTimeout as pause } from 'node:timers/promises';

/** Between two additions under one key; a job that is so young has hardly been looked at. */
const spacingMs = 20;

interface Additions {
  /** Under way, or resting until the next one may be made. */
  current: Promise<void>;
  /** The one after it: whoever comes meanwhile shares it. */
  next?: { run: () => Promise<void>; readonly done: Promise<void> };
}

/**
 * Merges additions under one key that come faster than the queue takes them. Whoever comes while one is under way shares
 * the one after it, which is made with the latest of their data: it begins after each of them asked, so none of their
 * changes is older than the job's look at it.
 */
export const createMerger = (): ((key: string, add: () => Promise<void>) => Promise<void>) => {
  const underWay = new Map<string, Additions>();

  const begin = (key: string, add: () => Promise<void>): Promise<void> => {
    const added = add();
    const current = added.catch(() => undefined).then(() => pause(spacingMs, undefined, { ref: false }));
    const additions: Additions = { current };
    underWay.set(key, additions);
    void current.then(() => {
      if (!additions.next) underWay.delete(key);
    });
    return added;
  };
  return (key, add) => {
    const additions = underWay.get(key);
    if (!additions) return begin(key, add);
    if (additions.next) {
      additions.next.run = add;
      return additions.next.done;
    }
    const done = additions.current.then(() => begin(key, additions.next?.run ?? add));
    additions.next = { run: add, done };
    return done;
  };
};
