import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrames } from './text-frames.ts';

describe('text frames', () => {
  let server: WebSocketServer | undefined;
  afterEach(() => new Promise((resolve) => server?.close(resolve)));

  it('are read by a client as the messages they were, whatever their length and letters', async () => {
    const messages = [
      '',
      'a',
      'я'.repeat(62),
      'x'.repeat(125),
      'x'.repeat(126),
      'é'.repeat(40_000),
      'y'.repeat(65_535),
      'z'.repeat(65_536),
      '👍',
    ];
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    server.on('connection', (socket, request) => {
      request.socket.write(textFrames(messages));
      socket.send('from the library, in between');
      request.socket.write(textFrames(['last']));
    });
    const got: string[] = [];
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    client.on('message', (data) => got.push(String(data)));
    await new Promise<void>((resolve) => {
      client.on('message', (data) => {
        if (String(data) === 'last') resolve();
      });
    });
    expect(got).toEqual([...messages, 'from the library, in between', 'last']);
    client.close();
    await once(client, 'close');
  });
});
