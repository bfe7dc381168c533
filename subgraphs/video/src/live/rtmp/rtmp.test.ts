import { describe, expect, it } from 'vitest';
import { decodeAmf, encodeAmf, MalformedAmf } from './amf0.ts';
import { createChunkReader, encodeMessage, MalformedRtmp, messageType, type RtmpMessage } from './chunks.ts';
import { flvTag } from './flv.ts';

const message = (payload: Buffer, changes: Partial<RtmpMessage> = {}): RtmpMessage => ({
  type: messageType.video,
  timestamp: 1_000,
  streamId: 1,
  payload,
  ...changes,
});
const chunkSize = (bytes: number) => {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return encodeMessage(2, message(payload, { type: messageType.setChunkSize, streamId: 0 }));
};
const readAll = (...parts: readonly Buffer[]) => {
  const messages: RtmpMessage[] = [];
  const push = createChunkReader((one) => messages.push(one));
  for (const part of parts) push(part);
  return messages;
};

describe('AMF0', () => {
  it('comes back as it went', () => {
    const values = ['connect', 1, { app: 'live', deep: { yes: true, nothing: null } }, undefined, null, -0.5];
    expect(decodeAmf(encodeAmf(...values))).toEqual(values);
  });

  it('is refused where it is cut off, of an unknown kind, or nested to hurt', () => {
    const whole = encodeAmf({ app: 'live' });
    expect(() => decodeAmf(whole.subarray(0, whole.length - 4))).toThrow(MalformedAmf);
    expect(() => decodeAmf(Buffer.from([0x42]))).toThrow(MalformedAmf);
    const deep = Buffer.concat(Array.from({ length: 50 }, () => Buffer.from([3, 0, 1, 0x61])));
    expect(() => decodeAmf(deep)).toThrow('nested too deeply');
  });
});

describe('chunks', () => {
  it('become messages however the network cuts them', () => {
    const payload = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 251));
    const bytes = Buffer.concat([
      chunkSize(4096),
      encodeMessage(4, message(payload)),
      encodeMessage(4, message(payload)),
    ]);
    const byByte = readAll(...Array.from(bytes, (byte) => Buffer.from([byte])));
    expect(byByte).toEqual(readAll(bytes));
    expect(byByte).toHaveLength(2);
    expect(byByte[0]).toEqual(message(payload));
  });

  it('of two streams may be interleaved, and leave out what is as before', () => {
    const head = (id: number, type: number, length: number, time: number) =>
      Buffer.from([id, 0, 0, time, 0, 0, length, type, 1, 0, 0, 0]);
    const bytes = Buffer.concat([
      head(4, messageType.video, 130, 10),
      Buffer.alloc(128, 1),
      head(6, messageType.audio, 2, 12),
      Buffer.from([7, 7]),
      Buffer.from([0xc4, 1, 1]),
      // Format 2: a new time, the same length and type; format 3: the same step again.
      Buffer.from([0x86, 0, 0, 20, 8, 8]),
      Buffer.from([0xc6, 9, 9]),
    ]);
    expect(readAll(bytes).map(({ type, timestamp, payload }) => [type, timestamp, payload.length])).toEqual([
      [messageType.audio, 12, 2],
      [messageType.video, 10, 130],
      [messageType.audio, 32, 2],
      [messageType.audio, 52, 2],
    ]);
  });

  it('with times beyond 24 bits carry them apart', () => {
    const header = Buffer.from([4, 0xff, 0xff, 0xff, 0, 0, 1, messageType.video, 1, 0, 0, 0, 0x01, 0, 0, 5, 0xaa]);
    expect(readAll(header)[0]).toMatchObject({ timestamp: 0x01_00_00_05, payload: Buffer.from([0xaa]) });
  });

  it('that would use up the memory are refused', () => {
    expect(() => readAll(Buffer.from([4, 0, 0, 0, 0xff, 0xff, 0xff, 9, 1, 0, 0, 0]))).toThrow(MalformedRtmp);
    expect(() => readAll(chunkSize(0x7f_ff_ff_ff))).toThrow('are not taken');
    const ids = Array.from({ length: 62 }, (_, index) => Buffer.from([index + 2, 0, 0, 0, 0, 0, 9, 9, 1, 0, 0, 0]));
    const more = Array.from({ length: 9 }, (_, index) => Buffer.from([0, index, 0, 0, 0, 0, 0, 9, 9, 1, 0, 0, 0]));
    const push = createChunkReader(() => {});
    expect(() => {
      for (const part of [...ids, ...more]) push(Buffer.concat([part, Buffer.alloc(9)]));
    }).toThrow('Too many chunk streams');
  });

  /** The first chunk of a message that has not come to its end. */
  const begun = (id: number, length: number) =>
    Buffer.concat([Buffer.from([id, 0, 0, 0, 0, length >> 8, length & 255, 9, 1, 0, 0, 0]), Buffer.alloc(128)]);

  it('may hold no more of messages that do not end than there is room for', () => {
    const push = createChunkReader(
      () => {},
      () => 300,
    );
    push(Buffer.concat([begun(4, 1_000), begun(5, 1_000)]));
    expect(() => push(begun(6, 1_000))).toThrow('Too much of messages');
  });

  it('give their room back when their message is whole', () => {
    const messages: RtmpMessage[] = [];
    const push = createChunkReader(
      (one) => messages.push(one),
      () => 300,
    );
    for (let round = 0; round < 5; round += 1)
      push(Buffer.concat([begun(4, 200), Buffer.from([0xc4]), Buffer.alloc(72)]));
    expect(messages.map(({ payload }) => payload.length)).toEqual([200, 200, 200, 200, 200]);
  });

  it('that begin a message within another one of their stream are refused', () => {
    expect(() => readAll(begun(4, 1_000), begun(4, 100))).toThrow('begins within another one');
  });
});

describe('a tag of a recording', () => {
  it('holds the media with its time moved, and its own length behind it', () => {
    const tag = flvTag(message(Buffer.from([1, 2, 3])), 0x01_00_00_00);
    expect(tag?.toString('hex')).toBe('09000003' + '0003e801' + '000000' + '010203' + '0000000e');
  });

  it('leaves out the order to keep a description, and messages that are no media', () => {
    const description = encodeAmf('onMetaData', { width: 2 });
    const tag = flvTag(
      message(Buffer.concat([encodeAmf('@setDataFrame'), description]), { type: messageType.data }),
      0,
    );
    expect(tag?.subarray(11, -4)).toEqual(description);
    expect(flvTag(message(Buffer.alloc(1), { type: messageType.command }), 0)).toBeUndefined();
  });
});
