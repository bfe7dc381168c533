import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try, so that a receiver can drop a repeat after a lost answer. */
  readonly messageId: string;
}

/** Sends mail; resolves when the relay took it. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Mail over SMTP, with a small pool of connections and bounded waits. */
export const createMailer = ({ VITRINA_SMTP_URL: url, VITRINA_MAIL_FROM: from }: Config): Mailer => {
  const address = new URL(url);
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port || 587),
    secure: address.protocol === 'smtps:',
    ...(address.username && {
      auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
    }),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
  });
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
};
