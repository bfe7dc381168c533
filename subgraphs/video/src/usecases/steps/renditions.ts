import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { eq } from 'drizzle-orm';
import { playlistNames } from '../../domain/object-keys.ts';
import type { RenditionFiles, Variant } from '../../domain/renditions.ts';
import { rendition } from '../../store/parts.table.ts';
import type { Claim } from '../claim-step.ts';
import type { Step } from './contract.ts';
import { putFiles } from './put-files.ts';

/** Share of a step that is encoding; putting the files into the store is the rest. */
const encodingShare = 0.92;

const replaceRenditions = async (tx: Tx, videoId: string, variants: readonly Variant[]): Promise<void> => {
  await tx.delete(rendition).where(eq(rendition.videoId, videoId));
  if (variants.length === 0) return;
  await tx.insert(rendition).values(
    variants.map(({ name, width, height, bandwidth, codecs }, position) => ({
      id: newId('vrn'),
      videoId,
      name,
      width,
      height,
      bandwidth: Math.round(bandwidth),
      codecs,
      position,
    })),
  );
};

/** What the first step read; later steps cannot be due without it. */
export const readingOf = ({ video: { id, facts, plan } }: Claim) => {
  invariant(facts && plan, `${id} was read before anything is made of it.`);
  return { facts, plan };
};

/** 540p, or the nearest below, with playlists of its own: from here on the video can be played. */
export const makeFirstRendition: Step = async (scope) => {
  const { claim, source, outDir, signal, report, services } = scope;
  const tools = await scope.tools();
  const onProgress = (share: number) => report(share * encodingShare);
  const made = await tools.encodeFirst({ ...readingOf(claim), source, outDir, signal, onProgress });
  if (!made.ok) return { kind: 'refused', refusal: made.refusals[0] };
  const playlists = await tools.writePlaylists(made.value, outDir, { master: playlistNames.early, manifest: null });
  await putFiles(scope, [...made.value.flatMap(({ files }) => files), ...playlists.files]);
  return {
    kind: 'done',
    result: { renditions: made.value },
    apply: async (tx, row) => {
      await replaceRenditions(tx, row.id, playlists.variants);
      return { state: 'PLAYABLE', playableAt: row.playableAt ?? services.clock.now() };
    },
  };
};

/** The other renditions in one decode, and the playlists over all of them. */
export const makeLadder: Step = async (scope) => {
  const { claim, source, outDir, signal, report } = scope;
  const tools = await scope.tools();
  const first = claim.results.get('FIRST_RENDITION') as { readonly renditions: readonly RenditionFiles[] } | undefined;
  invariant(first, `The ladder of ${claim.video.id} comes after its first rendition.`);
  const onProgress = (share: number) => report(share * encodingShare);
  const made = await tools.encodeRest({ ...readingOf(claim), source, outDir, signal, onProgress });
  if (!made.ok) return { kind: 'refused', refusal: made.refusals[0] };
  const renditions = [...first.renditions, ...made.value];
  const playlists = await tools.writePlaylists(renditions, outDir, {
    master: playlistNames.master,
    manifest: playlistNames.manifest,
  });
  // Playlists last: whoever can read one finds every file it names.
  await putFiles(
    scope,
    made.value.flatMap(({ files }) => files),
  );
  await putFiles(scope, playlists.files);
  return {
    kind: 'done',
    result: { renditions: made.value },
    apply: async (tx, row) => {
      await replaceRenditions(tx, row.id, playlists.variants);
      return {};
    },
  };
};
