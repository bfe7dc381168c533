/** A message of RTMP (Adobe's Real Time Messaging Protocol 1.0, § 5 and § 6). */
export interface RtmpMessage {
  readonly type: number;
  /** Milliseconds. */
  readonly timestamp: number;
  readonly streamId: number;
  readonly payload: Buffer;
}

/** Kinds of message a publisher sends or is answered with. */
export const messageType = {
  setChunkSize: 1,
  acknowledgement: 3,
  windowSize: 5,
  peerBandwidth: 6,
  audio: 8,
  video: 9,
  data: 18,
  command: 20,
} as const;

/** The peer does not speak the protocol, or means harm. */
export class MalformedRtmp extends Error {
  override readonly name = 'MalformedRtmp';
}

const headerBytes = [11, 7, 3, 0] as const;
const extended = 0xff_ff_ff;
/** A keyframe of 4K is below two megabytes. */
const largestMessage = 8 * 1024 * 1024;
const largestChunk = 1024 * 1024;
const mostChunkStreams = 64;

/** What later chunks of one chunk stream leave out, because it is as before. */
interface ChunkStream {
  timestamp: number;
  delta: number;
  length: number;
  type: number;
  streamId: number;
  hasExtended: boolean;
  parts: Buffer[];
  received: number;
}

const freshStream = (): ChunkStream => ({
  timestamp: 0,
  delta: 0,
  length: 0,
  type: 0,
  streamId: 0,
  hasExtended: false,
  parts: [],
  received: 0,
});

/** Where the fields of a chunk's header are; undefined when not all of it has arrived. */
const locate = (bytes: Buffer) => {
  const [first = 0, second = 0, third = 0] = bytes;
  const short = first & 63;
  const basicBytes = short === 0 ? 2 : short === 1 ? 3 : 1;
  const format = (first >> 6) as 0 | 1 | 2 | 3;
  if (bytes.length < basicBytes + headerBytes[format]) return undefined;
  const id = short === 0 ? 64 + second : short === 1 ? 64 + second + third * 256 : short;
  return { id, format, headerAt: basicBytes, bodyAt: basicBytes + headerBytes[format] };
};

/** Reads a header into its chunk stream; gives where its data starts, or undefined when not all of it has arrived. */
const readHeader = (
  stream: ChunkStream,
  bytes: Buffer,
  format: number,
  at: number,
  bodyAt: number,
): number | undefined => {
  const time = format < 3 ? bytes.readUIntBE(at, 3) : 0;
  const hasExtended = format < 3 ? time === extended : stream.hasExtended;
  if (hasExtended && bytes.length < bodyAt + 4) return undefined;
  const ticks = hasExtended ? bytes.readUInt32BE(bodyAt) : time;
  stream.hasExtended = hasExtended;
  if (format <= 1) {
    stream.length = bytes.readUIntBE(at + 3, 3);
    stream.type = bytes.readUInt8(at + 6);
  }
  if (format === 0) {
    stream.timestamp = ticks;
    stream.delta = 0;
    stream.streamId = bytes.readUInt32LE(at + 7);
  } else if (format < 3) {
    stream.delta = ticks;
  }
  if (format > 0 && stream.received === 0) stream.timestamp += stream.delta;
  return hasExtended ? bodyAt + 4 : bodyAt;
};

/**
 * Puts messages together out of chunks, which may arrive cut anywhere; `room` says how many bytes of messages that have not come
 * to their end may be held at the moment. Throws {@link MalformedRtmp}.
 */
export const createChunkReader = (
  onMessage: (message: RtmpMessage) => void,
  room: () => number = () => 2 * largestMessage,
) => {
  const streams = new Map<number, ChunkStream>();
  let held = 0;
  let chunkSize = 128;
  let rest: Buffer = Buffer.alloc(0);

  const streamOf = (id: number): ChunkStream => {
    const known = streams.get(id);
    if (known) return known;
    if (streams.size >= mostChunkStreams) throw new MalformedRtmp('Too many chunk streams');
    const stream = freshStream();
    streams.set(id, stream);
    return stream;
  };

  /** One chunk; gives its length, or undefined when not all of it has arrived (then nothing has changed). */
  const readChunk = (bytes: Buffer): number | undefined => {
    const found = locate(bytes);
    if (!found) return undefined;
    const stream = streamOf(found.id);
    if (found.format < 3 && stream.received > 0) throw new MalformedRtmp('A message begins within another one');
    const trial = { ...stream };
    const dataAt = readHeader(trial, bytes, found.format, found.headerAt, found.bodyAt);
    if (dataAt === undefined) return undefined;
    if (trial.length > largestMessage) throw new MalformedRtmp(`A message of ${trial.length} bytes is too long`);
    const size = Math.min(chunkSize, trial.length - trial.received);
    if (held + size > room()) throw new MalformedRtmp('Too much of messages is under way');
    if (bytes.length < dataAt + size) return undefined;
    Object.assign(stream, trial);
    stream.parts.push(bytes.subarray(dataAt, dataAt + size));
    stream.received += size;
    held += size;
    if (stream.received === stream.length) {
      const { type, timestamp, streamId, parts } = stream;
      stream.parts = [];
      stream.received = 0;
      held -= stream.length;
      finish({ type, timestamp, streamId, payload: Buffer.concat(parts) });
    }
    return dataAt + size;
  };

  const finish = (message: RtmpMessage): void => {
    if (message.type !== messageType.setChunkSize) {
      onMessage(message);
      return;
    }
    if (message.payload.length < 4) throw new MalformedRtmp('A chunk size is cut off');
    chunkSize = message.payload.readUInt32BE(0) & 0x7f_ff_ff_ff;
    if (chunkSize < 1 || chunkSize > largestChunk)
      throw new MalformedRtmp(`Chunks of ${chunkSize} bytes are not taken`);
  };

  return (data: Buffer): void => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    for (let used = readChunk(rest); used !== undefined; used = rest.length > 0 ? readChunk(rest) : undefined)
      rest = rest.subarray(used);
  };
};

/** Size of the chunks we send; announced before anything larger than 128 bytes goes out. */
export const sentChunkBytes = 4096;

/** A message in chunks of {@link sentChunkBytes}, on a chunk stream below 64. */
export const encodeMessage = (chunkStream: number, { type, timestamp, streamId, payload }: RtmpMessage): Buffer => {
  const header = Buffer.alloc(12);
  header.writeUInt8(chunkStream, 0);
  header.writeUIntBE(Math.min(timestamp, extended - 1), 1, 3);
  header.writeUIntBE(payload.length, 4, 3);
  header.writeUInt8(type, 7);
  header.writeUInt32LE(streamId, 8);
  const parts: Buffer[] = [header];
  for (let at = 0; at < payload.length; at += sentChunkBytes) {
    if (at > 0) parts.push(Buffer.from([0xc0 | chunkStream]));
    parts.push(payload.subarray(at, at + sentChunkBytes));
  }
  return Buffer.concat(parts);
};
