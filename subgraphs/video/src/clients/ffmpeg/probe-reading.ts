import { ok, type Result, refuse } from '@vitrina/platform/result';
import { chooseRate, parseRate } from '../../domain/frame-rate.ts';
import type { MediaFacts } from '../../domain/media-facts.ts';
import {
  corrupt,
  maxPixels,
  noVideoStream,
  tooManyPixels,
  unsupportedCodec,
  unsupportedHdr,
  type VideoRefusal,
} from '../../domain/video-refusals.ts';
import type { ProbedStream, ProbeOutput } from './probe-output.ts';

/** Facts before the length is known for sure. */
export type FactsSoFar = Omit<MediaFacts, 'durationSeconds'> & { readonly durationSeconds: number | undefined };

/** A cover picture is a video stream to ffprobe. */
const isPicture = ({ codec_type, disposition }: ProbedStream): boolean =>
  codec_type === 'video' && disposition?.attached_pic !== 1;

const preferDefault = (streams: readonly ProbedStream[]): ProbedStream | undefined =>
  streams.find(({ disposition }) => disposition?.default === 1) ?? streams[0];

const turns: readonly MediaFacts['rotation'][] = [0, 90, 180, 270];

/** Clockwise quarter turns: the display matrix counts against the clock, the older tag with it. */
const rotationOf = ({ side_data_list, tags }: ProbedStream): MediaFacts['rotation'] => {
  const matrix = side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const clockwise = matrix === undefined ? Number(tags?.['rotate'] ?? 0) : -matrix;
  return turns[(((Math.round(clockwise / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3] ?? 0;
};

/** Pixels that are not square make the picture wider or narrower than it is stored. */
const pixelAspect = (ratio: string | undefined): number => {
  const [wide, high] = (ratio ?? '').split(':').map(Number);
  const aspect = wide && high ? wide / high : 1;
  return aspect > 0.1 && aspect < 10 ? aspect : 1;
};

const shownSize = (stream: ProbedStream, rotation: number): { width: number; height: number } => {
  const width = Math.round((stream.width ?? 0) * pixelAspect(stream.sample_aspect_ratio));
  const height = stream.height ?? 0;
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
};

const transfers: Readonly<Record<string, 'pq' | 'hlg'>> = { smpte2084: 'pq', 'arib-std-b67': 'hlg' };
/** Dolby Vision without a base layer that others can show. */
const isBareDolbyVision = ({ side_data_list }: ProbedStream): boolean =>
  side_data_list?.some(({ dv_profile }) => dv_profile === 5) ?? false;

const isKnown = (codec: string | undefined): codec is string =>
  codec !== undefined && !['', 'unknown', 'none'].includes(codec);

const refusalOf = (stream: ProbedStream, canToneMap: boolean): VideoRefusal | undefined => {
  if (!isKnown(stream.codec_name)) return unsupportedCodec(stream.codec_tag_string ?? 'something unknown');
  const [width, height] = [stream.width ?? 0, stream.height ?? 0];
  if (width < 2 || height < 2) return corrupt();
  if (width * height > maxPixels) return tooManyPixels(width, height);
  const isHdr = transfers[stream.color_transfer ?? ''] !== undefined;
  if (isBareDolbyVision(stream) || (isHdr && !canToneMap)) return unsupportedHdr();
  return undefined;
};

const positive = (seconds: number | undefined): number | undefined =>
  seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;

/** Turns what ffprobe says into facts, or into the reason why the file cannot be a video. */
export const readProbe = (
  { streams, format }: ProbeOutput,
  sizeBytes: number,
  canToneMap: boolean,
): Result<FactsSoFar, VideoRefusal> => {
  if (streams.length === 0) return refuse(corrupt());
  const picture = preferDefault(streams.filter(isPicture));
  if (!picture) return refuse(noVideoStream());
  const refusal = refusalOf(picture, canToneMap);
  if (refusal) return refuse(refusal);
  const sound = preferDefault(streams.filter(({ codec_type, channels }) => codec_type === 'audio' && channels !== 0));
  const rotation = rotationOf(picture);
  const { frameRate, variable } = chooseRate(parseRate(picture.avg_frame_rate), parseRate(picture.r_frame_rate));
  return ok({
    durationSeconds: positive(picture.duration) ?? positive(format?.duration),
    ...shownSize(picture, rotation),
    rotation,
    frameRate,
    variableFrameRate: variable,
    hasAudio: sound !== undefined,
    videoStream: picture.index,
    audioStream: sound?.index ?? null,
    videoCodec: picture.codec_name ?? '',
    audioCodec: sound?.codec_name ?? null,
    pixelFormat: picture.pix_fmt ?? '',
    hdr: transfers[picture.color_transfer ?? ''] ?? null,
    sizeBytes,
    container: format?.format_name ?? '',
  });
};
