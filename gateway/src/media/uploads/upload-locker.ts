import type { Lock, Locker, RequestRelease } from '@tus/server';
import { UploadBusy } from './upload-errors.ts';

interface Holder {
  readonly requestRelease: RequestRelease;
  readonly released: Promise<void>;
}

/** How long a request waits for the one before it on the same upload. */
const patienceMs = 15_000;

/**
 * One request at a time per upload, within this process. A newer request asks the older one to let go, because a client
 * that lost its connection comes back before the server has noticed. Waiting costs nothing while it lasts. Gateways that
 * share an S3 store get requests of one upload by consistent hashing (local/compose/nginx.conf).
 */
export const createUploadLocker = (waitMs: number = patienceMs): Locker => {
  const holders = new Map<string, Holder>();
  return {
    newLock: (id): Lock => {
      let letGo: (() => void) | undefined;
      return {
        lock: async (signal, requestRelease) => {
          const until = Date.now() + waitMs;
          for (let holder = holders.get(id); holder; holder = holders.get(id)) {
            await holder.requestRelease();
            await releasedWithin(holder.released, until - Date.now(), signal);
          }
          const { promise, resolve } = promiseOf();
          holders.set(id, { requestRelease, released: promise });
          letGo = () => {
            letGo = undefined;
            holders.delete(id);
            resolve();
          };
        },
        unlock: async () => letGo?.(),
      };
    },
  };
};

/** `Promise.withResolvers`, which Node 20 does not have. */
const promiseOf = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

const releasedWithin = (released: Promise<void>, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const give = (): void => reject(new UploadBusy());
    if (signal.aborted) return give();
    const timer = setTimeout(give, Math.max(0, ms));
    signal.addEventListener('abort', give, { once: true });
    void released.then(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', give);
      resolve();
    });
  });
