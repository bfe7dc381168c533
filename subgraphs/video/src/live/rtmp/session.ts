import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { type AmfValue, decodeAmf, encodeAmf } from './amf0.ts';
import {
  createChunkReader,
  encodeMessage,
  MalformedRtmp,
  messageType,
  type RtmpMessage,
  sentChunkBytes,
} from './chunks.ts';

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
/** After this many bytes from us without an answer a peer may wait; it is what encoders expect to hear. */
const windowBytes = 2_500_000;
/** Application in the address: `rtmp://host/live/<key>`. */
const application = 'live';
/** A publisher that says nothing for this long is gone: networks lose connections without telling. */
const silentMs = 15_000;

const fourBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Speaks the server's half of RTMP with one publisher: handshake, connect, createStream, publish, media. */
export const serveSession = (socket: Socket, admit: Admit): void => {
  let publication: Publication | undefined;
  let received = 0;
  let acknowledged = 0;
  let asked = false;
  let ended = false;

  const send = (type: number, payload: Buffer, chunkStream = 2, streamId = 0): void =>
    void socket.write(encodeMessage(chunkStream, { type, timestamp: 0, streamId, payload }));
  const command = (streamId: number, ...values: readonly AmfValue[]): void =>
    send(messageType.command, encodeAmf(...values), streamId === 0 ? 3 : 5, streamId);
  const status = (level: 'status' | 'error', code: string, description: string): void =>
    command(1, 'onStatus', 0, null, { level, code, description });
  const close = (): void => void socket.end();

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
      status('status', 'NetStream.Publish.Start', 'Go on.');
    } else {
      status('error', 'NetStream.Publish.BadName', 'This stream key is not known, not in use any more, or busy.');
      socket.end();
    }
    socket.resume();
  };

  const connect = (transaction: AmfValue, options: AmfValue): void => {
    const app = typeof options === 'object' && options !== null && 'app' in options ? String(options['app']) : '';
    if (app.split(/[/?]/)[0] !== application) throw new MalformedRtmp('The address has to be rtmp://…/live');
    send(messageType.windowSize, fourBytes(windowBytes));
    send(messageType.peerBandwidth, Buffer.concat([fourBytes(windowBytes), Buffer.from([2])]));
    send(messageType.setChunkSize, fourBytes(sentChunkBytes));
    const info = {
      level: 'status',
      code: 'NetConnection.Connect.Success',
      description: 'Connected.',
      objectEncoding: 0,
    };
    command(0, '_result', transaction ?? 1, { fmsVer: 'FMS/3,0,1,123', capabilities: 31 }, info);
  };

  const obey = (payload: Buffer): void => {
    const [name, transaction, options, argument] = decodeAmf(payload);
    if (name === 'connect') connect(transaction, options);
    else if (name === 'createStream') command(0, '_result', transaction, null, 1);
    else if (name === 'publish') void publish(argument).catch(end);
    else if (name === 'deleteStream' || name === 'FCUnpublish' || name === 'closeStream') end();
  };

  const onMessage = (message: RtmpMessage): void => {
    if (message.type === messageType.command) obey(message.payload);
    else if (publication && !publication.onMedia(message, () => socket.resume())) socket.pause();
  };

  const readChunks = createChunkReader(onMessage);
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
    if (received - acknowledged >= windowBytes / 2 && !ended) {
      acknowledged = received;
      send(messageType.acknowledgement, fourBytes(received % 2 ** 32));
    }
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
