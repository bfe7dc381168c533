import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';

/** Writes private keys so that the database alone does not give them away. */
export interface PrivateKeyBox {
  seal(kid: string, key: JWK): string;
  open(kid: string, sealed: string): JWK;
}

const plainPrefix = 'plain:';
const sealedPrefix = 'a256gcm:';
const nonceBytes = 12;
const tagBytes = 16;

/** A stored key that this process cannot read, with what to set. */
export class UnreadableSigningKey extends Error {
  override readonly name = 'UnreadableSigningKey';
}

/**
 * AES-256-GCM under a key derived from `secret` (HKDF-SHA256), bound to the key id. Without a secret keys are stored
 * readable, which the configuration allows outside production only.
 */
export const createPrivateKeyBox = (secret: string | undefined): PrivateKeyBox => {
  const key =
    secret === undefined ? undefined : Buffer.from(hkdfSync('sha256', secret, '', 'vitrina identity signing keys', 32));
  return {
    seal: (kid, jwk) => {
      const text = JSON.stringify(jwk);
      if (!key) return plainPrefix + text;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(kid));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return sealedPrefix + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (kid, sealed) => {
      if (sealed.startsWith(plainPrefix)) return JSON.parse(sealed.slice(plainPrefix.length)) as JWK;
      if (!key)
        throw new UnreadableSigningKey(
          `The signing key ${kid} is sealed: set VITRINA_IDENTITY_KEY_SECRET to the secret it was sealed with.`,
        );
      const bytes = Buffer.from(sealed.slice(sealedPrefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(kid))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return JSON.parse(
          Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(),
        ) as JWK;
      } catch (cause) {
        throw new UnreadableSigningKey(
          `The signing key ${kid} was sealed with another VITRINA_IDENTITY_KEY_SECRET; set that one.`,
          { cause },
        );
      }
    },
  };
};
