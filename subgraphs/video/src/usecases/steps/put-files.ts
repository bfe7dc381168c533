import { join } from 'node:path';
import { contentTypeOf, prefixOf } from '../../domain/object-keys.ts';
import type { StepScope } from './contract.ts';

/** Files on their way to the store at the same time. */
const atOnce = 4;

/** Puts files of the step's folder below the video's own, each under its own name. Repeating it overwrites with the same. */
export const putFiles = async (
  { services, claim, outDir, signal }: Pick<StepScope, 'services' | 'claim' | 'outDir' | 'signal'>,
  files: readonly string[],
): Promise<void> => {
  const left = [...files];
  const { objects } = services;
  const { storedIn } = claim.video;
  const prefix = prefixOf(claim.video);
  const work = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      signal.throwIfAborted();
      await objects.putFile(storedIn, `${prefix}${file}`, join(outDir, file), { contentType: contentTypeOf(file) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};
