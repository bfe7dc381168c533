import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** A change that can break a client, and whether somebody has taken responsibility for it. */
export interface BreakingChange {
  /** Coordinate in the API schema, e.g. `Product.title`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Compares the API schema with the last published one. A breaking change passes only when `notes` (the text of
 * `schema/breaking-changes.md`) names its coordinate in backquotes, next to the reason and the way out for clients.
 */
export const findUnnotedBreakingChanges = async (
  baselineSdl: string,
  apiSdl: string,
  notes: string,
): Promise<readonly BreakingChange[]> => {
  const changes = await diff(buildSchema(baselineSdl), buildSchema(apiSdl));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? message, message }))
    .filter(({ path }) => !notes.includes(`\`${path}\``));
};
