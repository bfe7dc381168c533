/** A segment of a rendition: a CMAF fragment that starts with a keyframe. */
export interface Segment {
  /** Path below the video's folder, e.g. `540p/seg-00001.m4s`. */
  readonly file: string;
  /** Presentation time of its first frame and its length, in ticks of the rendition's timescale; read from its boxes. */
  readonly startTicks: number;
  readonly durationTicks: number;
  readonly sizeBytes: number;
}

/** One track in segments, shared by HLS and DASH. JSON-safe: playlists can be written from it without the files. */
export interface RenditionFiles {
  /** `540p` (short side), or `audio` for the sound that all pictures share. */
  readonly name: string;
  readonly kind: 'video' | 'audio';
  /** As shown; null for sound. */
  readonly width: number | null;
  readonly height: number | null;
  /** Frames per second; null for sound. */
  readonly frameRate: number | null;
  /** RFC 6381, of this track alone, e.g. `avc1.64001f`. */
  readonly codecs: string;
  /** Sound only. */
  readonly sampleRate: number | null;
  readonly channels: number | null;
  /** Measured: the most that any segment takes, and all of them on the average; bits per second of this track alone. */
  readonly bandwidth: number;
  readonly averageBandwidth: number;
  /** Ticks per second. */
  readonly timescale: number;
  readonly initFile: string;
  readonly playlistFile: string;
  readonly segments: readonly Segment[];
  /** Every file of it below the video's folder: init, segments and playlist. */
  readonly files: readonly string[];
}

/** A quality a viewer can have: a picture together with the sound, as the master playlist and the SDL name it. */
export interface Variant {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** Sound included, bits per second. */
  readonly bandwidth: number;
  readonly averageBandwidth: number;
  /** Picture and sound, e.g. `avc1.64001f,mp4a.40.2`. */
  readonly codecs: string;
}

/** The qualities a set of renditions makes, best first. */
export const variantsOf = (renditions: readonly RenditionFiles[]): readonly Variant[] => {
  const sound = renditions.find(({ kind }) => kind === 'audio');
  return renditions
    .filter(({ kind }) => kind === 'video')
    .map((picture) => ({
      name: picture.name,
      width: picture.width ?? 0,
      height: picture.height ?? 0,
      frameRate: picture.frameRate ?? 0,
      bandwidth: picture.bandwidth + (sound?.bandwidth ?? 0),
      averageBandwidth: picture.averageBandwidth + (sound?.averageBandwidth ?? 0),
      codecs: sound ? `${picture.codecs},${sound.codecs}` : picture.codecs,
    }))
    .sort((left, right) => right.height * right.width - left.height * left.width);
};
