import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { messageType, type RtmpMessage } from './rtmp/chunks.ts';
import { flvHeader, flvTag } from './rtmp/flv.ts';

/** One FLV file over all connections of a show: what was sent while it was on the air. */
export interface Recording {
  /** Called with everything a publisher sends, on the air or not: descriptions come first and are needed later. */
  take(message: RtmpMessage, onAir: boolean): void;
  /** Another publisher follows: goes on at its next keyframe, where the last one stopped. */
  reconnected(): void;
  /** Bytes on disk; 0 when nothing was ever on the air. */
  end(): Promise<number>;
}

/** Frames of H.264 and AAC name their kind in the first two bytes (FLV specification, E.4.2 and E.4.3). */
const isDescription = ({ type, payload: [first = 0, second] }: RtmpMessage): boolean =>
  second === 0 && (type === messageType.video ? (first & 0x0f) === 7 : first >> 4 === 10);
const isKeyframe = ({ type, payload }: RtmpMessage): boolean =>
  type === messageType.video && (payload[0] ?? 0) >> 4 === 1 && payload[1] === 1;
const frameMs = 40;

/** Opens a recording; the file comes into being with the first keyframe on the air. */
export const createRecording = (path: string): Recording => {
  const descriptions = new Map<number, RtmpMessage>();
  let file: WriteStream | undefined;
  /** What is added to times of this connection; undefined until its first keyframe on the air. */
  let offset: number | undefined;
  let last = -frameMs;
  let bytes = 0;
  let failure: unknown;

  const write = (part: Buffer | undefined): void => {
    if (!part || failure) return;
    if (!file) {
      file = createWriteStream(path);
      file.on('error', (error) => {
        failure = error;
      });
      file.write(flvHeader);
      bytes += flvHeader.length;
    }
    file.write(part);
    bytes += part.length;
  };

  const begin = (message: RtmpMessage): void => {
    offset = last + frameMs - message.timestamp;
    for (const description of descriptions.values())
      write(flvTag({ ...description, timestamp: message.timestamp }, offset));
  };

  return {
    take: (message, onAir) => {
      // What a program says about its stream (a length, say) is about its source, not about what is recorded here.
      if (message.type === messageType.data) return;
      if (isDescription(message)) {
        descriptions.set(message.type, message);
        if (offset !== undefined) write(flvTag({ ...message, timestamp: last - offset }, offset));
        return;
      }
      if (!onAir) return;
      if (offset === undefined && isKeyframe(message)) begin(message);
      if (offset === undefined) return;
      last = Math.max(last, message.timestamp + offset);
      write(flvTag(message, offset));
    },
    reconnected: () => {
      offset = undefined;
      descriptions.clear();
    },
    end: async () => {
      if (!file) return 0;
      file.end();
      if (!file.closed && !failure) await Promise.race([once(file, 'close'), once(file, 'error')]);
      if (failure) throw failure;
      return bytes;
    },
  };
};
