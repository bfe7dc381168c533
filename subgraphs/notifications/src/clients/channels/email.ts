import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import type { ChannelConfig } from './config.ts';
import type { ChannelPort, OutgoingMessage } from './contract.ts';
import { type SmtpFailure, smtpOutcome } from './smtp-outcome.ts';

/** Domain of the sender, for Message-IDs that are the same in every try. */
const domainOf = (from: string): string => /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'vitrina.example';

/** An id is letters, digits and underscores; anything else becomes a digest, because the header is structured. */
const messageIdOf = (key: string, domain: string): string =>
  `<${/^[\w.-]{1,100}$/.test(key) ? key : createHash('sha256').update(key).digest('hex')}@${domain}>`;

/** RFC 8058: both headers, and a DKIM signature over both, make the mail program show its own button. */
const unsubscribeHeaders = (url: string | undefined): Record<string, string> =>
  url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};

const dkimOf = (config: ChannelConfig) =>
  config.VITRINA_DKIM_KEY &&
  config.VITRINA_DKIM_DOMAIN && {
    domainName: config.VITRINA_DKIM_DOMAIN,
    keySelector: config.VITRINA_DKIM_SELECTOR,
    privateKey: config.VITRINA_DKIM_KEY,
    headerFieldNames:
      'From:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post',
  };

const transportOf = (config: ChannelConfig) => {
  const address = new URL(config.VITRINA_SMTP_URL);
  const dkim = dkimOf(config);
  return createTransport({
    host: address.hostname,
    port: Number(address.port || 587),
    secure: address.protocol === 'smtps:',
    ...(address.username && {
      auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
    }),
    ...(dkim && { dkim }),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    // Templates and facts must not make this process read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

const contentOf = (message: OutgoingMessage, from: string) => ({
  from,
  to: { name: '', address: message.address },
  subject: message.subject,
  text: message.text,
  ...(message.html !== undefined && { html: message.html }),
  messageId: messageIdOf(message.idempotencyKey, domainOf(from)),
  headers: {
    ...unsubscribeHeaders(message.unsubscribeUrl),
    // RFC 3834: vacation programs do not answer, and no loop begins.
    'Auto-Submitted': 'auto-generated',
    'Content-Language': message.locale,
  },
});

/** One mailbox and nothing else: no list, no display name, no route. Quoted local parts are left to the last century. */
const oneMailbox = /^[^\s@<>,;:"()[\]]{1,64}@[^\s@<>,;:"()[\]]{1,255}$/;

/**
 * Puts a message together before its first byte goes out, signature included: one write to the socket instead of one for
 * each header and line, which was a fifth of what a market under load did.
 */
const inOnePiece = (source: Readable): PassThrough => {
  const whole = new PassThrough();
  buffer(source).then(
    (content) => whole.end(content),
    (error: Error) => whole.destroy(error),
  );
  return whole;
};

/** How far one send has got; nodemailer keeps unknown properties of a mail as they are. */
interface Progress {
  handedOver: boolean;
}

/**
 * E-mail over SMTP, with a small pool of connections and bounded waits. Every try of a step has the same Message-ID;
 * receivers may drop a repeat by it, but need not, so the port does not claim to deduplicate.
 */
export const createEmailChannel = (config: ChannelConfig): ChannelPort => {
  const transport = transportOf(config);
  // The content is piped to the socket after the server's 354, so its end is where "certainly not taken" is over.
  transport.use('stream', ({ data, message }, done) => {
    const { progress } = data as { readonly progress?: Progress };
    const open = message.createReadStream.bind(message);
    message.createReadStream = (options) =>
      inOnePiece(open(options)).once('end', () => {
        if (progress) progress.handedOver = true;
      });
    done();
  });
  return {
    deduplicates: false,
    send: async (message, signal) => {
      if (!oneMailbox.test(message.address)) return { kind: 'REFUSED', code: 'SMTP bad address', addressIsDead: true };
      const progress: Progress = { handedOver: false };
      try {
        const mail = { ...contentOf(message, config.VITRINA_MAIL_FROM), signal, progress };
        const { messageId } = await transport.sendMail(mail);
        return { kind: 'ACCEPTED', providerId: messageId };
      } catch (error) {
        return smtpOutcome(error as SmtpFailure, progress.handedOver);
      }
    },
    close: async () => transport.close(),
  };
};
