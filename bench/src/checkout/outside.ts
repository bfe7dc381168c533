import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStripeDouble } from '../../../local/src/stripe-double/index.ts';

/**
 * The world outside the market, as a process of its own: the Stripe double with durable books that are empty at the
 * start, and a mail server that accepts what it gets and forgets it. What others run costs the market's process nothing.
 */
const gateway = process.env['BENCH_GATEWAY_URL'];
const secret = process.env['BENCH_STRIPE_SECRET'];
if (!gateway || !secret) throw new Error('BENCH_GATEWAY_URL and BENCH_STRIPE_SECRET are needed.');

/** SMTP as far as a sender who never makes a mistake needs it (RFC 5321): one answer per command, and one per message. */
const receive = (socket: Socket): void => {
  let waiting = '';
  let isMessage = false;
  const answer = (line: string): void => {
    const [verb = ''] = line.split(' ');
    if (/^DATA$/i.test(verb)) {
      isMessage = true;
      socket.write('354 go on\r\n');
    } else if (/^QUIT$/i.test(verb)) socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  };
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    waiting += chunk;
    for (;;) {
      const mark = isMessage ? '\r\n.\r\n' : '\r\n';
      const end = waiting.indexOf(mark);
      if (end < 0) return;
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + mark.length);
      if (isMessage) {
        isMessage = false;
        socket.write('250 taken\r\n');
      } else answer(line);
    }
  });
  socket.write('220 bench\r\n');
};

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

const books = await mkdtemp(join(tmpdir(), 'vitrina-bench-stripe-'));
const double = await startStripeDouble({ dataDir: books, webhook: { url: `${gateway}/webhooks/stripe`, secret } });
const smtp = await listening(createServer(receive));
const leave = async (): Promise<void> => {
  await double.close();
  await rm(books, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGTERM', () => void leave());
process.once('disconnect', () => void leave());
process.send?.({ stripe: double.url, smtp: `smtp://127.0.0.1:${smtp}` });
