import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the relay does with the next mail: a reply, or silence or a broken line after it took the content. */
export type RelayFault =
  | { readonly at: 'RCPT' | 'DATA'; readonly code: number; readonly text: string }
  | { readonly at: 'AFTER'; readonly end: 'SILENT' | 'DROPPED' };

export interface RelayedMail {
  readonly to: string;
  readonly raw: string;
}

/** A mail relay that can refuse at each stage, and forget to answer. */
export const startRelay = async () => {
  const received: RelayedMail[] = [];
  const sockets = new Set<Socket>();
  let fault: RelayFault | undefined;
  const take = (at: RelayFault['at']): RelayFault | undefined => {
    if (fault?.at !== at) return undefined;
    const taken = fault;
    fault = undefined;
    return taken;
  };
  const refusal = (found: RelayFault | undefined): Error | undefined =>
    found && 'code' in found ? Object.assign(new Error(found.text), { responseCode: found.code }) : undefined;
  const keep = ({ envelope }: SMTPServerSession, raw: string) =>
    received.push({ to: envelope.rcptTo[0]?.address ?? '', raw });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, callback) => callback(refusal(take('RCPT'))),
    onData: (stream, session, callback) => {
      const end = (raw: string): void => {
        const refused = refusal(take('DATA'));
        if (refused) {
          callback(refused);
          return;
        }
        keep(session, raw);
        const silence = take('AFTER');
        if (!silence) {
          callback();
          return;
        }
        if ('end' in silence && silence.end === 'DROPPED') for (const socket of sockets) socket.destroy();
      };
      text(stream).then(end, (error: Error) => callback(error));
    },
  });
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (typeof address !== 'object' || address === null) throw new Error('No port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    next: (wanted: RelayFault) => {
      fault = wanted;
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
