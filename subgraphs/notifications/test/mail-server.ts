import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it gets, and refuses while told to. */
export const startMailServer = async () => {
  const received: ReceivedMail[] = [];
  let refusing = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      text(stream).then(
        (raw) => {
          if (refusing > 0) {
            refusing -= 1;
            callback(Object.assign(new Error('mailbox busy'), { responseCode: 451 }));
            return;
          }
          received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
          callback();
        },
        (error: Error) => callback(error),
      );
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    refuseNext: (count: number) => {
      refusing = count;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
