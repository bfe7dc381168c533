import { createDecipheriv, type ECDH, hkdfSync } from 'node:crypto';

/** What the browser keeps of a subscription. */
export interface Receiver {
  readonly keys: ECDH;
  readonly auth: Buffer;
}

const derive = (key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));

/**
 * Reads a push message as a browser does: RFC 8291 (key agreement) over RFC 8188 (aes128gcm) with its one record.
 * Throws when anything does not fit, as the browser would drop the message.
 */
export const decryptPush = (body: Buffer, { keys, auth }: Receiver): string => {
  if (body.length < 21 + 65 + 17) throw new Error('The body is too short for aes128gcm.');
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const keyLength = body[20] ?? 0;
  if (keyLength !== 65) throw new Error('keyid has to be the 65 bytes of the sender’s public key.');
  const sender = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  if (record.length > recordSize) throw new Error('A push message is one record.');
  const secret = keys.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const material = derive(secret, auth, info, 32);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  // The last record ends with 0x02 and zeros of padding.
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('The padding of the last record has to begin with 0x02.');
  return padded.subarray(0, end).toString('utf8');
};
