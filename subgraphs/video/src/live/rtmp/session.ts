import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { type AmfValue, decodeAmf } from './amf0.ts';
import { createAnswers } from './answers.ts';
import { createChunkReader, MalformedRtmp, messageType, type RtmpMessage } from './chunks.ts';

/** Who takes what a publisher sends. */
export interface Publication {
  /** Media in order; false asks for a pause until `resume` is called. */
  onMedia(message: RtmpMessage, resume: () => void): boolean;
  /** The connection is gone, or the publisher has stopped. Called once. */
  onEnd(): void;
}

/** Decides about a stream key; undefined refuses. `close` ends the connection. */
export type Admit = (key: string, close: () => void) => Promise<Publication | undefined>;

const version = 3;
const handshakeBytes = 1536;
/** Application in the address: `rtmp://host/live/<key>`. */
const application = 'live';
/** Bytes of messages under way: commands need little, and whoever has not shown a key yet gets no more. */
const strangersBytes = 256 * 1024;
const publishersBytes = 16 * 1024 * 1024;
/** A publisher that says nothing for this long is gone: networks lose connections without telling. */
const silentMs = 15_000;

/** Speaks the server's half of RTMP with one publisher: handshake, connect, createStream, publish, media. */
export const serveSession = (socket: Socket, admit: Admit): void => {
  let publication: Publication | undefined;
  let received = 0;
  let asked = false;
  let ended = false;

  const answer = createAnswers(socket);
  const close = (): void => void socket.destroy();

  const end = (): void => {
    if (ended) return;
    ended = true;
    publication?.onEnd();
    socket.destroy();
  };

  const publish = async (name: AmfValue): Promise<void> => {
    if (asked || typeof name !== 'string') throw new MalformedRtmp('One stream is published per connection');
    asked = true;
    socket.pause();
    const admitted = await admit(name.split('?')[0] ?? '', close);
    if (ended) return admitted?.onEnd();
    if (admitted) {
      publication = admitted;
      answer.published();
    } else {
      answer.refused();
      socket.end();
    }
    socket.resume();
  };

  const connect = (transaction: AmfValue, options: AmfValue): void => {
    const app = typeof options === 'object' && options !== null && 'app' in options ? String(options['app']) : '';
    if (app.split(/[/?]/)[0] !== application) throw new MalformedRtmp('The address has to be rtmp://…/live');
    answer.connected(transaction);
  };

  const obey = (payload: Buffer): void => {
    const [name, transaction, options, argument] = decodeAmf(payload);
    if (name === 'connect') connect(transaction, options);
    else if (name === 'createStream') answer.streamCreated(transaction);
    else if (name === 'publish') void publish(argument).catch(end);
    else if (name === 'deleteStream' || name === 'FCUnpublish' || name === 'closeStream') end();
  };

  const onMessage = (message: RtmpMessage): void => {
    if (message.type === messageType.command) obey(message.payload);
    else if (publication && !publication.onMedia(message, () => socket.resume())) socket.pause();
  };

  const readChunks = createChunkReader(onMessage, () => (publication ? publishersBytes : strangersBytes));
  const shake = handshake(socket, readChunks);
  socket.setTimeout(silentMs, end);
  socket.setNoDelay(true);
  socket.on('data', (data: Buffer) => {
    received += data.length;
    try {
      shake(data);
    } catch {
      // Whatever does not speak the protocol is no publisher: nothing of ours is wrong, and nobody is there to tell.
      end();
      return;
    }
    if (!ended) answer.acknowledge(received);
  });
  socket.on('error', end);
  socket.on('close', end);
};

/** Takes the handshake (§ 5.2) off the front and gives the rest to the reader of chunks. */
const handshake = (socket: Socket, next: (data: Buffer) => void): ((data: Buffer) => void) => {
  let waiting: Buffer | undefined = Buffer.alloc(0);
  let answered = false;
  return (data) => {
    if (!waiting) return next(data);
    waiting = Buffer.concat([waiting, data]);
    const first = 1 + handshakeBytes;
    if (!answered && waiting.length >= first) {
      if (waiting[0] !== version) throw new MalformedRtmp('Not RTMP');
      const own = Buffer.concat([Buffer.alloc(8), randomBytes(handshakeBytes - 8)]);
      socket.write(Buffer.concat([Buffer.from([version]), own, waiting.subarray(1, first)]));
      answered = true;
    }
    if (waiting.length < first + handshakeBytes) return;
    const rest = waiting.subarray(first + handshakeBytes);
    waiting = undefined;
    if (rest.length > 0) next(rest);
  };
};
