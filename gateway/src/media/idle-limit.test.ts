import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withIdleLimit } from './idle-limit.ts';

const limitMs = 1_000;
let server: ReturnType<typeof createServer>;
let socket: Socket;
let ended: Promise<'whole' | 'cut'>;

/** How a request ended, seen from the server. */
const endOf = (request: IncomingMessage) =>
  new Promise<'whole' | 'cut'>((resolve) => {
    request.on('error', () => resolve('cut')).on('end', () => resolve('whole'));
    request.resume();
  });

beforeEach(async () => {
  server = createServer();
  ended = new Promise((resolve) => {
    server.once('request', (request: IncomingMessage) => {
      withIdleLimit(request, limitMs);
      resolve(endOf(request));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n');
});
afterEach(() => {
  socket.destroy();
  server.close();
});

describe('a sender', () => {
  it('that falls silent in the middle is cut off', async () => {
    socket.write('12345');
    expect(await ended).toBe('cut');
  });

  it('that is slow but keeps sending is left alone', async () => {
    for (const letter of '1234567890') {
      socket.write(letter);
      await pause(limitMs / 8);
    }
    expect(await ended).toBe('whole');
  });
});

it('leaves the connection, once answered, to the time the server keeps silent ones', async () => {
  server.keepAliveTimeout = 50;
  const closed = once(socket, 'close');
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    const release = withIdleLimit(request, 60_000);
    response.on('finish', () => setImmediate(release));
    request.resume().on('end', () => response.end());
  });
  socket.write('1234567890');
  socket.resume();
  await closed;
});
