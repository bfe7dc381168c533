import { type FileHandle, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '@vitrina/platform/errors';
import { brandBox, MalformedMedia, readBoxHeader } from '../../domain/mp4/boxes.ts';
import { readFragment, showEarlier } from '../../domain/mp4/fragment.ts';
import { readTrack, type TrackFacts } from '../../domain/mp4/track.ts';
import { checkMediaPlaylist } from '../../domain/playlist/check-media.ts';
import { mediaPlaylist } from '../../domain/playlist/hls.ts';
import { averageBandwidth, peakBandwidth } from '../../domain/playlist/rate.ts';
import type { RenditionFiles, Segment } from '../../domain/renditions.ts';

/** A fragment of a few seconds is some megabytes; one this large is not one of ours. */
const largestBoxBytes = 256 * 1024 * 1024;
const initBrand = brandBox('ftyp', 'iso6', ['iso6', 'cmfc', 'mp41']);
const segmentBrand = brandBox('styp', 'msdh', ['msdh', 'cmfs']);

/** Boxes of a file one after another, each whole in memory but only one at a time. */
async function* topBoxes(file: FileHandle): AsyncGenerator<{ type: string; bytes: Buffer }> {
  const { size } = await file.stat();
  for (let at = 0; at < size; ) {
    const head = Buffer.alloc(Math.min(16, size - at));
    await file.read(head, 0, head.length, at);
    const { type, headerBytes, sizeBytes } = readBoxHeader(head);
    const length = sizeBytes === 0 ? size - at : sizeBytes;
    if (length < headerBytes || length > largestBoxBytes || at + length > size)
      throw new MalformedMedia(`Box ${type} is cut off`);
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, at);
    yield { type, bytes };
    at += length;
  }
}

/** What was found while cutting. */
interface Cut {
  readonly track: TrackFacts;
  readonly segments: Segment[];
}

const numbered = (index: number): string => `seg-${String(index).padStart(5, '0')}.m4s`;

/** Cuts one fragmented MP4 into an initialisation segment and a segment per fragment. */
const cut = async (source: string, folder: string, name: string): Promise<Cut> => {
  const file = await open(source);
  try {
    let track: TrackFacts | undefined;
    let moof: Buffer | undefined;
    let shift: number | undefined;
    const segments: Segment[] = [];
    for await (const { type, bytes } of topBoxes(file)) {
      if (type === 'moov') {
        track = readTrack(bytes);
        await writeFile(join(folder, 'init.mp4'), Buffer.concat([initBrand, bytes]));
      } else if (type === 'moof') {
        moof = bytes;
      } else if (type === 'mdat' && moof && track) {
        const timing = readFragment(moof, track.defaultDurationTicks);
        // The first frame of a track is shown at zero; what reordering added before it is taken off everywhere.
        shift ??= timing.startTicks - timing.decodeTicks;
        showEarlier(moof, shift);
        const content = Buffer.concat([segmentBrand, moof, bytes]);
        const segmentFile = numbered(segments.length + 1);
        await writeFile(join(folder, segmentFile), content);
        segments.push({
          file: `${name}/${segmentFile}`,
          startTicks: timing.startTicks - shift,
          durationTicks: timing.durationTicks,
          sizeBytes: content.length,
        });
        moof = undefined;
      }
    }
    if (!track || segments.length === 0) throw new MalformedMedia('The file holds no fragments');
    return { track, segments };
  } finally {
    await file.close();
  }
};

/** What a rendition is, beyond what its boxes say. */
export interface TrackPlan {
  readonly name: string;
  readonly kind: 'video' | 'audio';
  /** Frames per second; null for sound. */
  readonly frameRate: number | null;
}

/**
 * Makes a rendition out of one fragmented MP4 track: cuts it, measures it from its boxes and writes its media playlist.
 * Throws {@link MalformedMedia} when the file is not whole, whatever the program's exit code said.
 */
export const packageTrack = async (source: string, outDir: string, plan: TrackPlan): Promise<RenditionFiles> => {
  const folder = join(outDir, plan.name);
  // A repeated step must not leave segments of its first try behind.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { track, segments } = await cut(source, folder, plan.name);
  const isVideo = plan.kind === 'video';
  const initFile = `${plan.name}/init.mp4`;
  const playlistFile = `${plan.name}/index.m3u8`;
  const rendition: RenditionFiles = {
    ...plan,
    width: isVideo ? track.width : null,
    height: isVideo ? track.height : null,
    codecs: track.codecs,
    sampleRate: isVideo ? null : track.sampleRate,
    channels: isVideo ? null : track.channels,
    bandwidth: peakBandwidth(segments, track.timescale),
    averageBandwidth: averageBandwidth(segments, track.timescale),
    timescale: track.timescale,
    initFile,
    playlistFile,
    segments,
    files: [initFile, ...segments.map((segment) => segment.file), playlistFile],
  };
  const playlist = mediaPlaylist(rendition);
  const { problems } = checkMediaPlaylist(playlist);
  invariant(problems.length === 0, `A media playlist breaks RFC 8216: ${JSON.stringify(problems)}`);
  await writeFile(join(outDir, playlistFile), playlist);
  return rendition;
};
