import { type Box, boxAt, boxesIn, MalformedMedia, neededBox } from './boxes.ts';

/** Times of a movie fragment of one track, in ticks of the track's timescale. */
export interface FragmentTiming {
  /** Decode time of its first frame (`tfdt`). */
  readonly decodeTicks: number;
  /** When its first frame is shown. */
  readonly startTicks: number;
  /** Sum of its frames' durations. */
  readonly durationTicks: number;
  readonly frames: number;
  /** True when its first frame can be decoded without any before it. */
  readonly startsWithKeyframe: boolean;
}

/** Flags of `tfhd` and `trun` that say which fields are there (ISO/IEC 14496-12, § 8.8.7 and § 8.8.8). */
const tfhd = { dataOffset: 0x1, description: 0x2, duration: 0x8, size: 0x10, flags: 0x20 };
const trun = { dataOffset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, composition: 0x800 };
/** Of a frame's flags: it needs others to be decoded. */
const isNotSync = 0x1_0000;

const flagsOf = (bytes: Buffer, { bodyStart }: Box): number => bytes.readUIntBE(bodyStart + 1, 3);

interface FrameDefaults {
  readonly duration: number;
  readonly flags: number;
}

const defaultsOf = (moof: Buffer, traf: Box, trackDuration: number): FrameDefaults => {
  const box = neededBox(moof, 'tfhd', traf.bodyStart, traf.end);
  const present = flagsOf(moof, box);
  let at = box.bodyStart + 8;
  if (present & tfhd.dataOffset) at += 8;
  if (present & tfhd.description) at += 4;
  const duration = present & tfhd.duration ? moof.readUInt32BE(at) : trackDuration;
  if (present & tfhd.duration) at += 4;
  if (present & tfhd.size) at += 4;
  return { duration, flags: present & tfhd.flags ? moof.readUInt32BE(at) : 0 };
};

interface Run {
  readonly box: Box;
  readonly count: number;
  readonly present: number;
  /** Of the first frame's record, and the length of each. */
  readonly recordsAt: number;
  readonly recordBytes: number;
  readonly firstFlags: number | undefined;
}

const readRun = (moof: Buffer, box: Box): Run => {
  const present = flagsOf(moof, box);
  let at = box.bodyStart + 8;
  if (present & trun.dataOffset) at += 4;
  const firstFlags = present & trun.firstFlags ? moof.readUInt32BE(at) : undefined;
  if (firstFlags !== undefined) at += 4;
  const fields = [trun.duration, trun.size, trun.flags, trun.composition].filter((flag) => present & flag);
  const count = moof.readUInt32BE(box.bodyStart + 4);
  if (at + count * fields.length * 4 > box.end) throw new MalformedMedia('A run names more frames than it holds');
  return { box, count, present, recordsAt: at, recordBytes: fields.length * 4, firstFlags };
};

const runsOf = (moof: Buffer): { traf: Box; runs: readonly Run[] } => {
  const traf = neededBox(moof, 'moof.traf');
  const runs = boxesIn(moof, traf.bodyStart, traf.end)
    .filter(({ type }) => type === 'trun')
    .map((box) => readRun(moof, box));
  return { traf, runs };
};

const compositionAt = ({ present, recordsAt, recordBytes }: Run, frame: number): number | undefined =>
  present & trun.composition ? recordsAt + (frame + 1) * recordBytes - 4 : undefined;

const durationOf = (moof: Buffer, run: Run, defaults: FrameDefaults): number => {
  if (!(run.present & trun.duration)) return run.count * defaults.duration;
  let sum = 0;
  for (let frame = 0; frame < run.count; frame += 1) sum += moof.readUInt32BE(run.recordsAt + frame * run.recordBytes);
  return sum;
};

const firstFlagsOf = (moof: Buffer, run: Run, defaults: FrameDefaults): number => {
  if (run.firstFlags !== undefined) return run.firstFlags;
  if (!(run.present & trun.flags)) return defaults.flags;
  const before = [trun.duration, trun.size].filter((flag) => run.present & flag).length;
  return moof.readUInt32BE(run.recordsAt + before * 4);
};

const decodeTicksOf = (moof: Buffer, traf: Box): number => {
  const { bodyStart } = neededBox(moof, 'tfdt', traf.bodyStart, traf.end);
  return moof.readUInt8(bodyStart) === 1
    ? Number(moof.readBigUInt64BE(bodyStart + 4))
    : moof.readUInt32BE(bodyStart + 4);
};

/** Reads the times of a `moof` (or of a segment that holds one); `trackDuration` is the track's default per frame. */
export const readFragment = (moof: Buffer, trackDuration = 0): FragmentTiming => {
  const { traf, runs } = runsOf(moof);
  const [first] = runs;
  if (!first || first.count === 0) throw new MalformedMedia('A fragment holds no frames');
  const defaults = defaultsOf(moof, traf, trackDuration);
  const decodeTicks = decodeTicksOf(moof, traf);
  const offsetAt = compositionAt(first, 0);
  return {
    decodeTicks,
    startTicks: decodeTicks + (offsetAt === undefined ? 0 : moof.readInt32BE(offsetAt)),
    durationTicks: runs.reduce((sum, run) => sum + durationOf(moof, run, defaults), 0),
    frames: runs.reduce((sum, { count }) => sum + count, 0),
    startsWithKeyframe: (firstFlagsOf(moof, first, defaults) & isNotSync) === 0,
  };
};

/**
 * Shows every frame of a fragment earlier, in place. Encoders that reorder frames start a track as many frames late as
 * they reorder; with signed offsets (`trun` version 1, as CMAF has it, ISO/IEC 23000-19 § 7.3.2.2) picture and sound
 * both start at zero and no edit list is needed, which players treat differently.
 */
export const showEarlier = (moof: Buffer, ticks: number): void => {
  if (ticks === 0) return;
  for (const run of runsOf(moof).runs) {
    if (!(run.present & trun.composition)) throw new MalformedMedia('A fragment has no composition offsets to change');
    moof.writeUInt8(1, run.box.bodyStart);
    for (let frame = 0; frame < run.count; frame += 1) {
      const at = compositionAt(run, frame) ?? 0;
      moof.writeInt32BE(moof.readInt32BE(at) - ticks, at);
    }
  }
};

/** The `moof` of a media segment, for checks on files that are already written. */
export const fragmentIn = (segment: Buffer): Buffer => {
  const box = boxAt(segment, 'moof');
  if (!box) throw new MalformedMedia('A segment holds no fragment');
  return segment.subarray(box.start, box.end);
};
