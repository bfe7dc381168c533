import type { Result } from '@vitrina/platform/result';
import type { LadderPlan } from '../../domain/ladder.ts';
import type { MediaFacts, VideoFormat } from '../../domain/media-facts.ts';
import type { RenditionFiles, Variant } from '../../domain/renditions.ts';
import type { VideoRefusal } from '../../domain/video-refusals.ts';

/** Work on a whole file that may take minutes. */
export interface MediaJob {
  /** The original, on this machine's disk. */
  readonly source: string;
  readonly facts: MediaFacts;
  /** Existing folder that stands for the video's own: what is made is put below it. */
  readonly outDir: string;
  /** Aborting kills the program with its tree and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Share of this job that is done, 0 to 1, rising; at most some four times a second. */
  readonly onProgress?: (share: number) => void;
}

/** Making renditions. */
export interface EncodeJob extends MediaJob {
  readonly plan: LadderPlan;
}

/** A still that may become the poster. */
export interface Still {
  readonly atSeconds: number;
  /** JPEG, path below `outDir`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Variance of the picture's second derivative: more is sharper. */
  readonly sharpness: number;
  /** Mean luma, 0 to 255. */
  readonly brightness: number;
}

/** Pictures of a video; paths are below `outDir`. */
export interface Pictures {
  /** Best first. */
  readonly stills: readonly Still[];
  readonly storyboard: {
    /** JPEG sprite. */
    readonly spriteFile: string;
    /** WebVTT whose cues name parts of the sprite (`storyboard.jpg#xywh=…`, relative to itself). */
    readonly vttFile: string;
    readonly intervalSeconds: number;
  };
  /** Animated WebP of at most 3 s. */
  readonly previewFile: string;
}

/** Playlists that were written; paths are below `outDir`. */
export interface WrittenPlaylists {
  readonly files: readonly string[];
  /** Qualities they offer, best first, sound included in bandwidth and codecs. */
  readonly variants: readonly Variant[];
}

/** What playlists are called. */
export interface PlaylistNames {
  /** `master.m3u8` when left out; the playlist of the first stage is `early.m3u8`. */
  readonly master?: string;
  /** `manifest.mpd` when left out; null writes none. */
  readonly manifest?: string | null;
}

/**
 * What ffmpeg does for us. Files that cannot be made into a video are refusals (trying again is no use); everything else
 * that goes wrong is thrown as {@link VideoToolError} with what the program said last (trying again may help).
 * Nothing is left behind by a call that failed or was aborted, except half-made files below `outDir`, which the same call
 * overwrites.
 */
export interface VideoTools {
  /** What runs, e.g. `ffmpeg 5.1.9`. */
  readonly version: string;
  /** Reads what a file holds and decodes a little of it. */
  probe(path: string, signal?: AbortSignal): Promise<Result<MediaFacts, VideoRefusal>>;
  /** Decides what to make of it. Pure. */
  plan(facts: MediaFacts, format: VideoFormat): Result<LadderPlan, VideoRefusal>;
  /** `plan.first` and the sound; with a fast preset. */
  encodeFirst(job: EncodeJob): Promise<Result<readonly RenditionFiles[], VideoRefusal>>;
  /** `plan.rest`, in one decode; none when there are none. */
  encodeRest(job: EncodeJob): Promise<Result<readonly RenditionFiles[], VideoRefusal>>;
  /** Master playlist and manifest over the segments of all renditions given (media playlists are theirs already). */
  writePlaylists(
    renditions: readonly RenditionFiles[],
    outDir: string,
    names?: PlaylistNames,
  ): Promise<WrittenPlaylists>;
  /** Stills, storyboard and animated preview. */
  pictures(job: MediaJob): Promise<Pictures>;
  /** One frame as JPEG at full size into `out`; the last frame when the second is past it. */
  still(source: string, facts: MediaFacts, atSeconds: number, out: string, signal?: AbortSignal): Promise<void>;
}

/** ffmpeg failed in a way that is not the file's fault, as far as can be told. */
export class VideoToolError extends Error {
  override readonly name = 'VideoToolError';
  /** What the program said last, at most 4,000 characters. */
  readonly log: string;

  constructor(message: string, log: string, cause?: unknown) {
    super(message, { cause });
    this.log = log.slice(-4_000);
  }
}
