import { describe, expect, it } from 'vitest';
import { boxAt, boxesIn, brandBox, MalformedMedia, makeBox } from './boxes.ts';
import { fragmentIn, readFragment, showEarlier } from './fragment.ts';
import { readTrack } from './track.ts';

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeInt32BE(value | 0, index * 4);
  });
  return bytes;
};
const zeros = (length: number): Buffer => Buffer.alloc(length);
const full = (version: number, flags: number, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([u32(version * 2 ** 24 + flags), ...parts]);

/** A fragment whose run carries first flags, durations, sizes and composition offsets, like ffmpeg's. */
const moof = ({ decode = 0, offsets = [2, 4, 3], firstFlags = 0x02_00_00_00, version = 0 } = {}): Buffer => {
  const frames = offsets.flatMap((offset) => [512, 100, offset * 512]);
  const traf = makeBox(
    'traf',
    Buffer.concat([
      makeBox('tfhd', full(0, 0x2_0038, u32(1, 512, 100, 0x01_01_00_00))),
      makeBox('tfdt', full(1, 0, u32(0, decode))),
      makeBox('trun', full(version, 0xb05, u32(offsets.length, 0, firstFlags), u32(...frames))),
    ]),
  );
  return makeBox('moof', Buffer.concat([makeBox('mfhd', full(0, 0, u32(1))), traf]));
};

const track = (handler: Buffer): Buffer => {
  const stbl = makeBox('stbl', makeBox('stsd', full(0, 0, u32(1), handler)));
  const mdhd = makeBox('mdhd', full(0, 0, u32(0, 0, 15_360, 0, 0)));
  const trak = makeBox('trak', makeBox('mdia', Buffer.concat([mdhd, makeBox('minf', stbl)])));
  const mvex = makeBox('mvex', makeBox('trex', full(0, 0, u32(1, 1, 512, 0, 0))));
  return makeBox('moov', Buffer.concat([trak, mvex]));
};
const picture = (): Buffer => {
  const entry = zeros(78);
  entry.writeUInt16BE(960, 24);
  entry.writeUInt16BE(540, 26);
  return makeBox('avc1', Buffer.concat([entry, makeBox('avcC', Buffer.from([1, 0x64, 0, 0x1f, 0xff]))]));
};
const sound = (): Buffer => {
  const entry = zeros(28);
  entry.writeUInt16BE(2, 16);
  entry.writeUInt16BE(48_000, 24);
  const own = Buffer.from([5, 2, 0x11, 0x90]);
  const config = Buffer.concat([Buffer.from([4, 0x80, 0x80, 17, 0x40]), zeros(12), own]);
  return makeBox('mp4a', Buffer.concat([entry, makeBox('esds', full(0, 0, Buffer.from([3, 25, 0, 1, 0]), config))]));
};

describe('boxes', () => {
  it('are found along a path, and missing where they are not', () => {
    const bytes = track(picture());
    expect(boxAt(bytes, 'moov.trak.mdia.mdhd')?.type).toBe('mdhd');
    expect(boxAt(bytes, 'moov.trak.edts')).toBeUndefined();
    expect(boxesIn(Buffer.concat([brandBox('styp', 'msdh', ['msdh']), bytes])).map(({ type }) => type)).toEqual([
      'styp',
      'moov',
    ]);
  });

  it('that are cut off, or larger than what holds them, are malformed', () => {
    const bytes = track(picture());
    expect(() => boxesIn(bytes.subarray(0, bytes.length - 1))).toThrow(MalformedMedia);
    expect(() => boxesIn(Buffer.from([0, 0, 0, 4, 0x66, 0x72, 0x65, 0x65]))).toThrow(MalformedMedia);
    expect(() => boxesIn(Buffer.from([0, 0]))).toThrow(MalformedMedia);
  });

  it('of 64-bit sizes are read as well', () => {
    const large = Buffer.concat([u32(1), Buffer.from('free'), u32(0, 20), zeros(4)]);
    expect(boxesIn(large)).toEqual([{ type: 'free', start: 0, bodyStart: 16, end: 20 }]);
  });
});

describe('an initialisation segment', () => {
  it('says how the picture is encoded, and how large it is', () => {
    expect(readTrack(track(picture()))).toEqual({
      timescale: 15_360,
      defaultDurationTicks: 512,
      codecs: 'avc1.64001f',
      width: 960,
      height: 540,
      sampleRate: 0,
      channels: 0,
    });
  });

  it('says how the sound is encoded, however long its descriptors spell their lengths', () => {
    expect(readTrack(track(sound()))).toMatchObject({ codecs: 'mp4a.40.2', sampleRate: 48_000, channels: 2, width: 0 });
  });

  it('of something else is malformed', () => {
    expect(() => readTrack(track(makeBox('hvc1', zeros(90))))).toThrow('encoded as hvc1');
    expect(() => readTrack(makeBox('moov', zeros(0)))).toThrow('no box trak');
  });
});

describe('a fragment', () => {
  it('says when it starts, how long it is, and whether with a keyframe', () => {
    expect(readFragment(moof({ decode: 30_720 }))).toEqual({
      decodeTicks: 30_720,
      startTicks: 30_720 + 2 * 512,
      durationTicks: 3 * 512,
      frames: 3,
      startsWithKeyframe: true,
    });
    expect(readFragment(moof({ firstFlags: 0x01_01_00_00 })).startsWithKeyframe).toBe(false);
  });

  it('is shown earlier, with offsets below zero where frames are reordered', () => {
    const bytes = moof({ offsets: [2, 4, 1] });
    showEarlier(bytes, 2 * 512);
    expect(readFragment(bytes)).toMatchObject({ decodeTicks: 0, startTicks: 0, durationTicks: 3 * 512 });
    const trun = boxAt(bytes, 'moof.traf.trun');
    expect(bytes.readUInt8(trun?.bodyStart ?? 0)).toBe(1);
    expect(bytes.readInt32BE(bytes.length - 4)).toBe(-512);
  });

  it('is found within its segment, and misses there when it is not', () => {
    const segment = Buffer.concat([brandBox('styp', 'msdh', ['msdh']), moof(), makeBox('mdat', zeros(9))]);
    expect(fragmentIn(segment)).toEqual(moof());
    expect(() => fragmentIn(brandBox('styp', 'msdh', ['msdh']))).toThrow('no fragment');
  });

  it('that promises more frames than it holds is malformed', () => {
    const bytes = moof();
    const trun = boxAt(bytes, 'moof.traf.trun');
    bytes.writeUInt32BE(1_000, (trun?.bodyStart ?? 0) + 4);
    expect(() => readFragment(bytes)).toThrow('more frames than it holds');
    expect(() => readFragment(moof({ offsets: [] }))).toThrow('holds no frames');
  });
});
