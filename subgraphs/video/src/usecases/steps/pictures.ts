import { join } from 'node:path';
import { newId } from '@vitrina/platform/ids';
import { type ProcessedImage, renderImageInto, sha256OfFile } from '@vitrina/platform/images';
import type { ObjectStore } from '@vitrina/platform/objects';
import { and, eq, isNotNull } from 'drizzle-orm';
import { prefixOf, stillFolder } from '../../domain/object-keys.ts';
import { thumbnail } from '../../store/parts.table.ts';
import type { VideoRow } from '../../store/video.table.ts';
import type { Step } from './contract.ts';
import { putFiles } from './put-files.ts';
import { readingOf } from './renditions.ts';

/** Share of the step that is ffmpeg; rendering the stills is the rest. */
const takingShare = 0.5;

/**
 * Renders a still of ours in all sizes and formats below the video's own folder, so that it is as public as the video and
 * moves with it; keys are relative to that folder. One that cannot be rendered is our own doing, so it is no refusal.
 */
export const renderStill = async (objects: ObjectStore, row: VideoRow, path: string): Promise<ProcessedImage> => {
  const prefix = prefixOf(row);
  const folder = `${prefix}${stillFolder(await sha256OfFile(path))}`;
  const image = await renderImageInto({ objects, path }, { bucket: row.storedIn, folder });
  if (!image.ok) throw new Error(`A still of ${row.id} cannot be rendered: ${image.refusals[0].message}`);
  const files = image.value.files.map((file) => ({ ...file, key: file.key.slice(prefix.length) }));
  return { ...image.value, files };
};

/** Candidates for the poster, the storyboard and the animated preview. */
export const makePictures: Step = async (scope) => {
  const { services, claim, source, outDir, signal, report } = scope;
  const { id: videoId } = claim.video;
  const tools = await scope.tools();
  const { stills, storyboard, previewFile } = await tools.pictures({
    facts: readingOf(claim).facts,
    source,
    outDir,
    signal,
    onProgress: (share) => report(share * takingShare),
  });
  await putFiles(scope, [storyboard.spriteFile, storyboard.vttFile, previewFile]);
  const rows: (typeof thumbnail.$inferInsert)[] = [];
  for (const [position, still] of stills.entries()) {
    signal.throwIfAborted();
    const image = await renderStill(services.objects, claim.video, join(outDir, still.file));
    rows.push({
      id: newId('vth'),
      videoId,
      atSeconds: still.atSeconds,
      position,
      image,
      createdAt: services.clock.now(),
    });
    report(takingShare + ((1 - takingShare) * (position + 1)) / stills.length);
  }
  return {
    kind: 'done',
    result: null,
    apply: async (tx) => {
      await tx.delete(thumbnail).where(and(eq(thumbnail.videoId, videoId), isNotNull(thumbnail.position)));
      if (rows.length > 0) await tx.insert(thumbnail).values(rows);
      return { storyboardIntervalSeconds: storyboard.intervalSeconds, hasPreview: true };
    },
  };
};
