import type { Socket } from 'node:net';
import { type AmfValue, encodeAmf } from './amf0.ts';
import { encodeMessage, messageType, sentChunkBytes } from './chunks.ts';

/** After this many bytes without an acknowledgement a peer may wait; it is what encoders expect to hear. */
const windowBytes = 2_500_000;

const fourBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** What the server says to a publisher (§ 7.2). */
export const createAnswers = (socket: Socket) => {
  let acknowledged = 0;
  const send = (type: number, payload: Buffer, chunkStream = 2, streamId = 0): void =>
    void socket.write(encodeMessage(chunkStream, { type, timestamp: 0, streamId, payload }));
  const command = (streamId: number, ...values: readonly AmfValue[]): void =>
    send(messageType.command, encodeAmf(...values), streamId === 0 ? 3 : 5, streamId);
  const status = (level: 'status' | 'error', code: string, description: string): void =>
    command(1, 'onStatus', 0, null, { level, code, description });

  return {
    connected: (transaction: AmfValue): void => {
      send(messageType.windowSize, fourBytes(windowBytes));
      send(messageType.peerBandwidth, Buffer.concat([fourBytes(windowBytes), Buffer.from([2])]));
      send(messageType.setChunkSize, fourBytes(sentChunkBytes));
      const info = { level: 'status', code: 'NetConnection.Connect.Success', description: 'Go on.', objectEncoding: 0 };
      command(0, '_result', transaction ?? 1, { fmsVer: 'FMS/3,0,1,123', capabilities: 31 }, info);
    },
    streamCreated: (transaction: AmfValue): void => command(0, '_result', transaction, null, 1),
    published: (): void => status('status', 'NetStream.Publish.Start', 'Go on.'),
    refused: (): void =>
      status('error', 'NetStream.Publish.BadName', 'This stream key is not known, not in use any more, or busy.'),
    /** Twice per window, whatever the kind of message: publishers that count bytes wait otherwise. */
    acknowledge: (received: number): void => {
      if (received - acknowledged < windowBytes / 2) return;
      acknowledged = received;
      send(messageType.acknowledgement, fourBytes(received % 2 ** 32));
    },
  };
};
