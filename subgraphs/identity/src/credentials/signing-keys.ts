import type { Clock } from '@vitrina/platform/clock';
import type { Database } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import {
  changingKeys,
  deleteKeysRetiredBefore,
  insertFirstKeys,
  listSigningKeys,
  type NewSigningKey,
  shiftKeys,
} from '../store/signing-keys.ts';
import type { PrivateKeyBox } from './private-key-box.ts';

/** The key that signs now. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** Keys of access tokens: made on first use, rotated by a sweep, shared by all processes through the database. */
export interface SigningKeys {
  current(): Promise<SigningKey>;
  /** Public keys: the signing one, the next one (so verifiers know it before it signs) and those lately retired. */
  publicKeys(): Promise<{ readonly keys: readonly JWK[] }>;
  /** Rotates when the current key is older than allowed; true when it did. */
  rotate(): Promise<boolean>;
}

export interface SigningKeysOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly box: PrivateKeyBox;
  readonly rotationDays: number;
}

const dayMs = 86_400_000;
/** A retired key is published this long: access tokens live ten minutes, verifiers cache for five. */
const publishRetiredMs = dayMs;
const reloadAfterMs = 30_000;

interface Loaded {
  readonly current: SigningKey;
  readonly published: readonly JWK[];
  readonly readAt: number;
}

const generate = async (box: PrivateKeyBox): Promise<NewSigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = newId('sgk');
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  return { kid, publicJwk, sealedPrivateJwk: box.seal(kid, await exportJWK(privateKey)) };
};

/** Makes the keys of one process; reads the database at most every half minute. */
export const createSigningKeys = ({ database, clock, box, rotationDays }: SigningKeysOptions): SigningKeys => {
  let loading: Promise<Loaded> | undefined;
  let loaded: Loaded | undefined;

  const ensure = async () => {
    const rows = await listSigningKeys(database.orm);
    if (rows.some((row) => row.state === 'current')) return rows;
    const [current, next] = await Promise.all([generate(box), generate(box)]);
    return changingKeys(database, async (tx) => {
      const again = await listSigningKeys(tx);
      if (again.some((row) => row.state === 'current')) return again;
      await insertFirstKeys(tx, current, next, clock.now());
      return listSigningKeys(tx);
    });
  };

  const load = async (): Promise<Loaded> => {
    const rows = await ensure();
    const current = rows.find((row) => row.state === 'current');
    invariant(current, 'There is no current signing key right after one was made.');
    const key = (await importJWK(box.open(current.kid, current.sealedPrivateJwk), 'ES256')) as CryptoKey;
    loaded = {
      current: { kid: current.kid, key },
      published: rows.map((row) => row.publicJwk as JWK),
      readAt: clock.now().getTime(),
    };
    return loaded;
  };

  const fresh = (): Promise<Loaded> => {
    if (loaded && clock.now().getTime() - loaded.readAt < reloadAfterMs) return Promise.resolve(loaded);
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };

  const rotate = async (): Promise<boolean> => {
    await ensure();
    const upcoming = await generate(box);
    const now = clock.now();
    const rotated = await changingKeys(database, async (tx) => {
      const current = (await listSigningKeys(tx)).find((row) => row.state === 'current');
      await deleteKeysRetiredBefore(tx, new Date(now.getTime() - publishRetiredMs));
      const due = current?.activatedAt && now.getTime() - current.activatedAt.getTime() >= rotationDays * dayMs;
      if (!due) return false;
      await shiftKeys(tx, upcoming, now);
      return true;
    });
    if (rotated) loaded = undefined;
    return rotated;
  };

  return {
    current: async () => (await fresh()).current,
    publicKeys: async () => ({ keys: (await fresh()).published }),
    rotate,
  };
};
