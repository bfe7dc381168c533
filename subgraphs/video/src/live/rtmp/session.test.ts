import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type AmfValue, decodeAmf, encodeAmf } from './amf0.ts';
import { createChunkReader, encodeMessage, messageType, type RtmpMessage } from './chunks.ts';
import { type RtmpServer, startRtmpServer } from './server.ts';
import type { Admit } from './session.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const serve = async (admit: Admit): Promise<RtmpServer> => {
  const server = await startRtmpServer({ host: '127.0.0.1', port: 0 }, admit);
  ends.push(() => server.stop());
  return server;
};

/** Waits for what the other side does with what it was sent. */
const until = async (there: () => boolean): Promise<void> => {
  const deadline = Date.now() + 15_000;
  while (!there()) {
    if (Date.now() > deadline) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};

/** A publisher's half of the protocol, as far as it is needed to be let in. */
const dial = async ({ port }: RtmpServer) => {
  const socket: Socket = connect(port, '127.0.0.1');
  ends.push(() => socket.destroy());
  // However it ends: a server that cuts somebody off in the middle of a word resets the connection.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const answers: (readonly AmfValue[])[] = [];
  const read = createChunkReader(({ type, payload }) => {
    if (type === messageType.command) answers.push(decodeAmf(payload));
  });
  let shaken = 0;
  socket.on('data', (data: Buffer) => {
    // Its half of the handshake comes before everything else: 1 + 1536 + 1536 bytes.
    const rest = Math.max(0, Math.min(data.length, 3_073 - shaken));
    shaken += rest;
    // The server announces larger chunks than ours before it uses them.
    if (data.length > rest) read(data.subarray(rest));
  });
  await once(socket, 'connect');
  const send = (message: Partial<RtmpMessage>, chunkStream = 3): void =>
    void socket.write(
      Buffer.concat([
        encodeMessage(chunkStream, { type: 20, timestamp: 0, streamId: 0, payload: Buffer.alloc(0), ...message }),
      ]),
    );
  const command = (...values: readonly AmfValue[]): void => send({ payload: encodeAmf(...values) });
  const largeChunks = Buffer.alloc(4);
  largeChunks.writeUInt32BE(4_096);
  return {
    socket,
    send,
    command,
    answers,
    closed,
    shake: (version = 3) => socket.write(Buffer.concat([Buffer.from([version]), Buffer.alloc(3_072)])),
    /** Connects as programs do, and asks to publish under that key. */
    publish: (key: string, app = 'live') => {
      send({ type: messageType.setChunkSize, payload: largeChunks }, 2);
      command('connect', 1, { app });
      command('createStream', 2, null);
      command('publish', 3, null, key, 'live');
    },
    statuses: () =>
      answers.flatMap(([name, , , info]) => (name === 'onStatus' ? [(info as { code: string }).code] : [])),
  };
};

/** Lets every key in but "wrong", and notes what comes of each. */
const studio = () => {
  const seen: string[] = [];
  let cutOff = (): void => {};
  let held: (() => void) | undefined;
  let slow = false;
  const admit: Admit = async (key, close) => {
    seen.push(`asks ${key}`);
    cutOff = close;
    if (key === 'wrong') return undefined;
    return {
      onMedia: ({ type, payload }, resume) => {
        seen.push(`${type === messageType.video ? 'picture' : 'sound'} ${payload.length}`);
        if (!slow) return true;
        held = resume;
        return false;
      },
      onEnd: () => void seen.push('ends'),
    };
  };
  return {
    admit,
    seen,
    cutOff: () => cutOff(),
    slowDown: (on: boolean) => {
      slow = on;
      if (!on) held?.();
    },
  };
};

describe('a publisher', () => {
  it('is let in by its key, and what it sends arrives in order until it goes', async () => {
    const { admit, seen } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('live_1?token=ignored');
    await until(() => program.statuses().length > 0);
    expect(program.statuses()).toEqual(['NetStream.Publish.Start']);
    program.send({ type: messageType.video, payload: Buffer.alloc(5_000) }, 6);
    program.send({ type: messageType.audio, payload: Buffer.alloc(7) }, 4);
    await until(() => seen.length === 3);
    program.socket.destroy();
    await until(() => seen.includes('ends'));
    expect(seen).toEqual(['asks live_1', 'picture 5000', 'sound 7', 'ends']);
  });

  it('with a key that is not good is told so, and its connection ends', async () => {
    const { admit, seen } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('wrong');
    await program.closed;
    expect(program.statuses()).toEqual(['NetStream.Publish.BadName']);
    expect(seen).toEqual(['asks wrong']);
  });

  it('ends when it says that it has stopped, once', async () => {
    const { admit, seen } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('live_1');
    await until(() => program.statuses().length > 0);
    program.command('FCUnpublish', 4, null, 'live_1');
    program.command('deleteStream', 5, null, 1);
    await program.closed;
    expect(seen).toEqual(['asks live_1', 'ends']);
  });

  it('that is cut off loses its connection', async () => {
    const { admit, seen, cutOff } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('live_1');
    await until(() => program.statuses().length > 0);
    cutOff();
    await program.closed;
    await until(() => seen.includes('ends'));
  });

  it('waits while what it sends cannot be taken, and loses nothing', async () => {
    const { admit, seen, slowDown } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('live_1');
    await until(() => program.statuses().length > 0);
    slowDown(true);
    const frames = 40;
    for (let frame = 0; frame < frames; frame += 1)
      program.send({ type: messageType.video, payload: Buffer.alloc(100_000) }, 6);
    await until(() => seen.length > 1);
    const before = seen.length;
    expect(before).toBeLessThan(frames);
    slowDown(false);
    await until(() => seen.filter((one) => one === 'picture 100000').length === frames);
  });
});

describe('whoever is no publisher', () => {
  it.each<[string, (program: Awaited<ReturnType<typeof dial>>) => void]>([
    ['speaks another protocol', ({ socket }) => socket.write('GET / HTTP/1.1\r\n\r\n'.padEnd(1_537, 'x'))],
    ['sends to another application', ({ shake, publish }) => [shake(), publish('live_1', 'vod')]],
    ['publishes under no name', ({ shake, command }) => [shake(), command('publish', 3, null, 5)]],
    ['sends what is no command', ({ shake, send }) => [shake(), send({ payload: Buffer.from([0x42]) })]],
    [
      'fills the memory before it has shown a key',
      ({ shake, socket }) => {
        shake();
        // Chunks of 128 bytes of messages that never end, on every chunk stream there may be.
        for (let id = 3; id < 63; id += 1) {
          const head = Buffer.from([id, 0, 0, 0, 0x7f, 0xff, 0xff, 9, 1, 0, 0, 0]);
          const more = Array.from({ length: 40 }, () => Buffer.concat([Buffer.from([0xc0 | id]), Buffer.alloc(128)]));
          socket.write(Buffer.concat([head, Buffer.alloc(128), ...more]));
        }
      },
    ],
  ])('and %s is cut off, and asked for nothing', async (_what, act) => {
    const { admit, seen } = studio();
    const program = await dial(await serve(admit));
    act(program);
    await program.closed;
    expect(seen).toEqual([]);
  });

  it('may not publish twice over one connection', async () => {
    const { admit, seen } = studio();
    const program = await dial(await serve(admit));
    program.shake();
    program.publish('live_1');
    await until(() => program.statuses().length > 0);
    program.command('publish', 4, null, 'live_2', 'live');
    await program.closed;
    await until(() => seen.includes('ends'));
    expect(seen).toEqual(['asks live_1', 'ends']);
  });
});

describe('a worker that stops', () => {
  it('ends the publishers it has and takes no more', async () => {
    const { admit, seen } = studio();
    const server = await serve(admit);
    const program = await dial(server);
    program.shake();
    program.publish('live_1');
    await until(() => program.statuses().length > 0);
    await server.stop();
    await program.closed;
    await until(() => seen.includes('ends'));
    expect(seen).toEqual(['asks live_1', 'ends']);
    const late = connect(server.port, '127.0.0.1');
    const [error] = await once(late, 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
