import { join } from 'node:path';
import type { LadderPlan, Rung } from '../../domain/ladder.ts';
import { framesPerSecond, type MediaFacts } from '../../domain/media-facts.ts';
import { scaledTo } from './picture-filters.ts';
import { openArguments } from './run-ffmpeg.ts';

/** One program run that makes some rungs, and the sound when asked to. */
export interface EncodeRequest {
  readonly source: string;
  readonly facts: MediaFacts;
  readonly plan: LadderPlan;
  /** Best first. */
  readonly rungs: readonly Rung[];
  readonly withSound: boolean;
  /** x264's name for how long to think about a rung. */
  readonly presetOf: (rung: Rung) => string;
  /** Folder for one fragmented MP4 per track: `<rung>.mp4`, `audio.mp4`. */
  readonly folder: string;
}

/** Samples the AAC encoder puts in front of the first one. */
const primingSamples = 1024;
/** Constant quality within the rung's greatest rate: simple pictures take less, complex ones are held. */
const quality = 23;
/**
 * The quickest presets spend about twice the bits on the same number. Unless they are held back, the rendition that is
 * made first would cost a viewer more than the next better one: superfast at 28 makes files as large as veryfast at 23.
 */
const quickQuality: Readonly<Record<string, number>> = { ultrafast: 30, superfast: 28 };
const bufferSeconds = 1.5;

/**
 * Even frames first, then one chain in which every size is made from the next larger one: scaling from the original for
 * each rung would read it as many times. All rungs see the same frames, so their keyframes fall on the same times.
 */
const pictureGraph = ({ facts, plan, rungs }: EncodeRequest): string => {
  const { numerator, denominator } = plan.frameRate;
  const [top] = rungs;
  if (!top) return '';
  const start = [`fps=fps=${numerator}/${denominator}:start_time=0`, ...scaledTo(facts, top.width, top.height)].join(
    ',',
  );
  const chain = rungs.map((rung, index) => {
    const from =
      index === 0
        ? `[0:${facts.videoStream}]${start}`
        : `[s${index}]scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1`;
    return index < rungs.length - 1 ? `${from},split=2[v${index}][s${index + 1}]` : `${from}[v${index}]`;
  });
  return chain.join(';');
};

/** Starts at zero even where the sound comes late, fills its gaps, and lasts as long as the picture. */
const soundGraph = ({ facts, plan }: EncodeRequest): string =>
  `[0:${facts.audioStream}]aresample=${plan.audio?.sampleRate ?? 48_000}:async=1:first_pts=0,apad,atrim=start_sample=${primingSamples}:end=${facts.durationSeconds.toFixed(3)}[a]`;

const fragments = ['-use_editlist', '0', '-f', 'mp4'];

const pictureOutput = (request: EncodeRequest, rung: Rung, index: number): readonly string[] => [
  '-map',
  `[v${index}]`,
  ...['-c:v', 'libx264', '-preset', request.presetOf(rung)],
  ...['-crf', String(quickQuality[request.presetOf(rung)] ?? quality)],
  ...['-maxrate', String(rung.maxBitrate), '-bufsize', String(Math.round(rung.maxBitrate * bufferSeconds))],
  ...['-profile:v', rung.profile, '-level:v', rung.level, '-pix_fmt', 'yuv420p'],
  // Keyframes by time and nowhere else; closed groups, so that every segment can be decoded alone.
  ...['-force_key_frames', `expr:gte(t,n_forced*${request.plan.segmentSeconds})`],
  ...['-g', String(Math.ceil(framesPerSecond(request.plan.frameRate) * request.plan.segmentSeconds * 2))],
  ...['-sc_threshold', '0', '-x264-params', 'open-gop=0'],
  ...['-t', request.facts.durationSeconds.toFixed(3)],
  ...['-movflags', '+frag_keyframe+empty_moov+default_base_moof', ...fragments],
  join(request.folder, `${rung.name}.mp4`),
];

const soundOutput = ({ plan, folder }: EncodeRequest): readonly string[] => [
  '-map',
  '[a]',
  ...['-c:a', 'aac', '-b:a', String(plan.audio?.bitrate ?? 0), '-ac', String(plan.audio?.channels ?? 2)],
  ...['-movflags', '+empty_moov+default_base_moof', '-frag_duration', String(plan.segmentSeconds * 1_000_000)],
  ...fragments,
  join(folder, 'audio.mp4'),
];

/** ffmpeg's arguments for one decode that makes every rung asked for, and the sound. */
export const encodeArguments = (request: EncodeRequest): readonly string[] => {
  const graph = [pictureGraph(request), ...(request.withSound ? [soundGraph(request)] : [])].filter(Boolean).join(';');
  return [
    ...openArguments(request.source),
    ...['-filter_complex', graph, '-map_metadata', '-1'],
    ...request.rungs.flatMap((rung, index) => pictureOutput(request, rung, index)),
    ...(request.withSound ? soundOutput(request) : []),
  ];
};
