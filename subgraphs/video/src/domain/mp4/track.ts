import { type Box, boxAt, boxesIn, MalformedMedia, neededBox } from './boxes.ts';

/** What an initialisation segment of one track says. */
export interface TrackFacts {
  /** Ticks per second. */
  readonly timescale: number;
  /** RFC 6381, e.g. `avc1.64001f` or `mp4a.40.2`. */
  readonly codecs: string;
  /** Pixels as shown; 0 for sound. */
  readonly width: number;
  readonly height: number;
  /** 0 for pictures. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Ticks of a frame where the fragment does not say (`trex`). */
  readonly defaultDurationTicks: number;
}

/** Length in bytes of what comes before the boxes within a sample entry (ISO/IEC 14496-12, § 12.1.3 and § 12.2.3). */
const visualEntryBytes = 78;
const audioEntryBytes = 28;

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** Profile, constraints and level follow the version in `avcC` (ISO/IEC 14496-15, § 5.3.3). */
const avcCodecs = (bytes: Buffer, entry: Box): string => {
  const { bodyStart } = neededBox(bytes, 'avcC', entry.bodyStart + visualEntryBytes, entry.end);
  return `avc1.${[1, 2, 3].map((offset) => hex(bytes.readUInt8(bodyStart + offset))).join('')}`;
};

/** A descriptor's length takes seven bits of each byte, as long as the eighth is set (ISO/IEC 14496-1, § 8.3.3). */
const skipLength = (bytes: Buffer, from: number): number => {
  let at = from;
  while (bytes.readUInt8(at) & 0x80) at += 1;
  return at + 1;
};

const expectTag = (bytes: Buffer, at: number, tag: number): number => {
  if (bytes.readUInt8(at) !== tag) throw new MalformedMedia('The description of the sound is not MPEG-4');
  return skipLength(bytes, at + 1);
};

/** ES descriptor (3) → decoder configuration (4) → decoder's own data (5), whose first five bits are the object type. */
const aacCodecs = (bytes: Buffer, entry: Box): string => {
  const { bodyStart } = neededBox(bytes, 'esds', entry.bodyStart + audioEntryBytes, entry.end);
  const config = expectTag(bytes, expectTag(bytes, bodyStart + 4, 3) + 3, 4);
  const own = expectTag(bytes, config + 13, 5);
  return `mp4a.${hex(bytes.readUInt8(config))}.${bytes.readUInt8(own) >> 3}`;
};

const sampleEntry = (bytes: Buffer, trak: Box): Box => {
  const stsd = neededBox(bytes, 'mdia.minf.stbl.stsd', trak.bodyStart, trak.end);
  const entry = boxesIn(bytes, stsd.bodyStart + 8, stsd.end)[0];
  if (!entry) throw new MalformedMedia('The track does not say how it is encoded');
  return entry;
};

const timescaleOf = (bytes: Buffer, trak: Box): number => {
  const { bodyStart } = neededBox(bytes, 'mdia.mdhd', trak.bodyStart, trak.end);
  return bytes.readUInt32BE(bodyStart + (bytes.readUInt8(bodyStart) === 1 ? 20 : 12));
};

/** Reads an initialisation segment (`ftyp` + `moov`) of one H.264 or AAC track. */
export const readTrack = (init: Buffer): TrackFacts => {
  const moov = neededBox(init, 'moov');
  const trak = neededBox(init, 'trak', moov.bodyStart, moov.end);
  const trex = boxAt(init, 'mvex.trex', moov.bodyStart, moov.end);
  const entry = sampleEntry(init, trak);
  const shared = {
    timescale: timescaleOf(init, trak),
    defaultDurationTicks: trex ? init.readUInt32BE(trex.bodyStart + 12) : 0,
  };
  if (entry.type === 'avc1')
    return {
      ...shared,
      codecs: avcCodecs(init, entry),
      width: init.readUInt16BE(entry.bodyStart + 24),
      height: init.readUInt16BE(entry.bodyStart + 26),
      sampleRate: 0,
      channels: 0,
    };
  if (entry.type === 'mp4a')
    return {
      ...shared,
      codecs: aacCodecs(init, entry),
      width: 0,
      height: 0,
      sampleRate: init.readUInt16BE(entry.bodyStart + 24),
      channels: init.readUInt16BE(entry.bodyStart + 16),
    };
  throw new MalformedMedia(`A track is encoded as ${entry.type}`);
};
