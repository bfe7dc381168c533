import { messageType, type RtmpMessage } from './chunks.ts';

/** Start of an FLV file that may hold sound and picture (Adobe Flash Video File Format 10.1, annex E.2). */
export const flvHeader = Buffer.from([0x46, 0x4c, 0x56, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0]);

const tagTypes: readonly number[] = [messageType.audio, messageType.video, messageType.data];
/** `@setDataFrame` as an AMF0 string: tells the server to keep what follows, and is no part of a file. */
const setDataFrame = Buffer.from('\u0002\u0000\u000d@setDataFrame', 'latin1');

/** The tag of a message with its time moved, or undefined for messages that are no media. */
export const flvTag = ({ type, timestamp, payload }: RtmpMessage, offsetMs: number): Buffer | undefined => {
  if (!tagTypes.includes(type)) return undefined;
  const body = payload.subarray(0, setDataFrame.length).equals(setDataFrame)
    ? payload.subarray(setDataFrame.length)
    : payload;
  const time = (timestamp + offsetMs) >>> 0;
  const tag = Buffer.alloc(11 + body.length + 4);
  tag.writeUInt8(type, 0);
  tag.writeUIntBE(body.length, 1, 3);
  tag.writeUIntBE(time & 0xff_ff_ff, 4, 3);
  tag.writeUInt8(time >>> 24, 7);
  body.copy(tag, 11);
  tag.writeUInt32BE(11 + body.length, 11 + body.length);
  return tag;
};
