import { createPublicKey } from 'node:crypto';
import { errors, jwtVerify } from 'jose';

const daySeconds = 86_400;

/** A P-256 point as browsers and VAPID write it (65 bytes, base64url) as a key that can verify. */
const keyOf = (point: Buffer) =>
  createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33, 65).toString('base64url'),
    },
  });

/**
 * Checks `Authorization: vapid t=…, k=…` as RFC 8292 asks a push service to: signed by the key the subscription was made
 * for, for this origin, for a day at most, by somebody who can be reached. Returns what is wrong with it.
 */
export const vapidFault = async (
  authorization: string | undefined,
  { origin, applicationServerKey }: { readonly origin: string; readonly applicationServerKey: string },
): Promise<string | undefined> => {
  const { token, key } =
    /^vapid t=(?<token>[\w-]+\.[\w-]+\.[\w-]+), ?k=(?<key>[\w-]+)$/.exec(authorization ?? '')?.groups ?? {};
  if (!token || !key) return 'Authorization has to be "vapid t=…, k=…".';
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return 'k is not an uncompressed P-256 point.';
  if (key !== applicationServerKey) return 'k is not the key the subscription was made for.';
  try {
    const { payload } = await jwtVerify(token, keyOf(point), { algorithms: ['ES256'], audience: origin });
    if (!payload.exp || payload.exp > Date.now() / 1_000 + daySeconds) return 'exp has to be within a day.';
    if (!/^(mailto:.+@.+|https:\/\/)/.test(payload.sub ?? '')) return 'sub has to be a mailto: or https: address.';
    return undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return `The token is not valid: ${error.code}.`;
    throw error;
  }
};
