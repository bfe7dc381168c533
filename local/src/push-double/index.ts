import { createECDH, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type Answer,
  type Exchange,
  type Fault,
  heardUnless,
  json,
  type Phone,
  type ProviderDouble,
} from '../phone-double/contract.ts';
import { decryptPush } from './decrypt.ts';
import { vapidFault } from './vapid.ts';

/** The least a push service has to take (RFC 8030, 7.2), and what the known ones take at most. */
const maxBodyBytes = 4_096;

const stored = z.object({
  id: z.string(),
  privateKey: z.string(),
  auth: z.string(),
  applicationServerKey: z.string(),
  gone: z.boolean(),
});
type Stored = z.output<typeof stored>;

const refusal = (status: number, message: string): Answer => json(status, { error: message });

/** What is wrong with the headers of a push message (RFC 8030). */
const headerFault = ({ header }: Exchange): string | undefined => {
  if (!/^\d+$/.test(header('ttl') ?? '')) return 'TTL is missing.';
  if (header('content-encoding') !== 'aes128gcm') return 'Content-Encoding has to be aes128gcm.';
  const topic = header('topic');
  if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic)) return 'Topic has up to 32 characters of base64url.';
  const urgency = header('urgency');
  if (urgency !== undefined && !/^(very-low|low|normal|high)$/.test(urgency)) return 'Urgency is none of the four.';
  return undefined;
};

const onDemand = (fault: Fault | undefined): Answer | undefined => {
  const later = { 'retry-after': String(fault?.retryAfterSeconds) };
  switch (fault?.kind) {
    case 'RATE_LIMITED':
      return json(429, { error: 'Too many messages.' }, later);
    case 'UNAVAILABLE':
      return json(503, { error: 'Come back later.' }, later);
    case 'SERVER_ERROR':
      return refusal(500, 'On demand.');
    case 'REFUSED':
      return refusal(400, 'On demand.');
    case 'TOO_LARGE':
      return refusal(413, 'On demand.');
    case 'GONE':
      return refusal(410, 'On demand.');
    default:
      return undefined;
  }
};

/** A push service and the browsers behind it: checks what RFC 8030, 8291 and 8292 ask for, and shows what came through. */
export const createPushDouble = (phone: Phone, origin: () => string, kept: unknown): ProviderDouble => {
  const subscriptions = new Map<string, Stored>(
    z
      .array(stored)
      .catch([])
      .parse(kept)
      .map((one) => [one.id, one]),
  );

  const receiver = ({ privateKey, auth }: Stored) => {
    const keys = createECDH('prime256v1');
    keys.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return { keys, auth: Buffer.from(auth, 'base64url') };
  };

  const show = (subscription: Stored, text: string, topic: string | undefined): string => {
    const payload = z.looseObject({ title: z.string(), body: z.string() }).parse(JSON.parse(text));
    const { title, body, ...details } = payload;
    const to = subscription.id;
    return phone.show({ provider: 'push', to, title, text: body, details }, topic && `${to} ${topic}`).id;
  };

  const call = async (exchange: Exchange, fault: Fault | undefined): Promise<Answer> => {
    const { method, path, body, header } = exchange;
    if (method !== 'POST') return refusal(405, 'Messages are posted.');
    const subscription = subscriptions.get(path.slice('/push/'.length));
    if (!subscription) return refusal(404, 'No such subscription.');
    if (subscription.gone) return refusal(410, 'The subscription has ended.');
    const { applicationServerKey } = subscription;
    const unauthorised = await vapidFault(header('authorization'), { origin: origin(), applicationServerKey });
    if (unauthorised) return refusal(403, unauthorised);
    const bad = headerFault(exchange);
    if (bad) return refusal(400, bad);
    if (body.length > maxBodyBytes) return refusal(413, `At most ${maxBodyBytes} bytes.`);
    const demanded = onDemand(fault);
    if (demanded) return demanded;
    try {
      const id = show(subscription, decryptPush(body, receiver(subscription)), header('topic'));
      return heardUnless(fault, { status: 201, headers: { location: `${origin()}/message/${id}` } });
    } catch (error) {
      return refusal(400, error instanceof Error ? error.message : String(error));
    }
  };

  return {
    name: 'push',
    serves: (path) => path.startsWith('/push/'),
    call,
    keep: () => [...subscriptions.values()],
    control: async (action, input) => {
      if (action === 'subscribe') {
        const { applicationServerKey } = z.object({ applicationServerKey: z.string().length(87) }).parse(input);
        const keys = createECDH('prime256v1');
        keys.generateKeys();
        const id = randomBytes(16).toString('base64url');
        const auth = randomBytes(16).toString('base64url');
        const privateKey = keys.getPrivateKey('base64url');
        subscriptions.set(id, { id, auth, applicationServerKey, gone: false, privateKey });
        // The shape of `PushSubscription.toJSON()`.
        const p256dh = keys.getPublicKey('base64url');
        return { endpoint: `${origin()}/push/${id}`, expirationTime: null, keys: { p256dh, auth } };
      }
      if (action !== 'unsubscribe') return undefined;
      const { endpoint } = z.object({ endpoint: z.string() }).parse(input);
      const found = subscriptions.get(endpoint.split('/').at(-1) ?? '');
      if (found) subscriptions.set(found.id, { ...found, gone: true });
      return { ended: found !== undefined };
    },
  };
};
