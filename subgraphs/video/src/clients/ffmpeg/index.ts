import { openScratch } from '@vitrina/platform/child-process';
import { z } from 'zod';
import { planLadder } from '../../domain/ladder.ts';
import type { VideoTools } from './contract.ts';
import { type EncodeSettings, encodeFirst, encodeRest } from './encode.ts';
import { takeStill } from './frames.ts';
import { makePictures } from './pictures.ts';
import { probe } from './probe.ts';
import { findPrograms } from './programs.ts';
import { writePlaylists } from './write-playlists.ts';

export {
  type EncodeJob,
  type MediaJob,
  type Pictures,
  type PlaylistNames,
  type Still,
  VideoToolError,
  type VideoTools,
  type WrittenPlaylists,
} from './contract.ts';
export { ProgramsUnusable } from './programs.ts';

const presets = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow'] as const;

/** Environment of the video engine, for the context's `config`. */
export const videoToolsConfig = {
  VITRINA_FFMPEG: z
    .string()
    .optional()
    .describe('ffmpeg to use; the one on PATH, else the one from npm, when left out'),
  VITRINA_FFPROBE: z.string().optional().describe('ffprobe to use; found like ffmpeg when left out'),
  VITRINA_VIDEO_FIRST_PRESET: z.enum(presets).default('superfast').describe('x264 preset of the rendition made first'),
  VITRINA_VIDEO_LADDER_PRESET: z.enum(presets).default('veryfast').describe('x264 preset of all other renditions'),
  VITRINA_VIDEO_MEMORY_BYTES: z.coerce
    .number()
    .int()
    .min(256 * 1024 ** 2)
    .default(3 * 1024 ** 3)
    .describe('Memory one encoder may take before it is stopped'),
  VITRINA_VIDEO_SECONDS_PER_SECOND: z.coerce
    .number()
    .min(1)
    .max(1_000)
    .default(30)
    .describe('Seconds one encoding step may take per second of video, on top of a minute'),
};

const environment = z.object(videoToolsConfig);

/** Values of {@link videoToolsConfig}. */
export type VideoToolsConfig = z.infer<typeof environment>;

const settingsOf = (config: VideoToolsConfig): EncodeSettings => ({
  timePerSecond: config.VITRINA_VIDEO_SECONDS_PER_SECOND,
  memoryBytes: config.VITRINA_VIDEO_MEMORY_BYTES,
  firstPreset: config.VITRINA_VIDEO_FIRST_PRESET,
  restPreset: config.VITRINA_VIDEO_LADDER_PRESET,
});

/**
 * Finds and checks the programs, sweeps what killed processes left, and gives the tools. Rejects with `ProgramsUnusable`,
 * which says what to install or set. `scratchRoot` is where half-made files lie (the system's temporary folder).
 */
export const createVideoTools = async (
  config: VideoToolsConfig = environment.parse(process.env),
  scratchRoot?: string,
): Promise<VideoTools> => {
  const programs = await findPrograms({
    ...(config.VITRINA_FFMPEG ? { ffmpeg: config.VITRINA_FFMPEG } : {}),
    ...(config.VITRINA_FFPROBE ? { ffprobe: config.VITRINA_FFPROBE } : {}),
  });
  const scratch = await openScratch('video', scratchRoot);
  const settings = settingsOf(config);
  return {
    version: `ffmpeg ${programs.version}`,
    probe: (path, signal) => probe(programs, path, signal),
    plan: planLadder,
    encodeFirst: (job) => encodeFirst(programs, scratch, settings, job),
    encodeRest: (job) => encodeRest(programs, scratch, settings, job),
    writePlaylists,
    pictures: (job) => makePictures(programs, scratch, job),
    still: (source, facts, atSeconds, out, signal) => takeStill(programs, source, facts, atSeconds, out, signal),
  };
};
