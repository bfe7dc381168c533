import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type NodeType, nodeTypes } from '@vitrina/schema/node-types';
import { nodeSubgraphSdl } from '../node-subgraph/sdl.ts';
import type { SubgraphSdl } from './compose.ts';

/** Root of the work tree, found from this file so that scripts run from anywhere. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Adds the kit's scalars, directives and shared types to a context's own schema. */
const federatedSdl = (own: string, kit: string): string => `${kit}\n${own}`;

/**
 * Reads the contract of every context that has a folder, as files: composing needs no running service and no import
 * of a context. The generated `node` subgraph comes last.
 */
export const readSubgraphs = (root: string = projectRoot): SubgraphSdl[] => {
  const kit = readFileSync(`${root}platform/src/subgraph/kit.graphql`, 'utf8');
  const contexts = readdirSync(`${root}subgraphs`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${root}subgraphs/${entry.name}/schema.graphql`))
    .map(({ name }) => ({
      name,
      sdl: federatedSdl(readFileSync(`${root}subgraphs/${name}/schema.graphql`, 'utf8'), kit),
    }));
  return withNodeSubgraph(contexts);
};

/** Adds the `node` subgraph for the entity types those subgraphs own. */
export const withNodeSubgraph = (
  contexts: readonly SubgraphSdl[],
  types: readonly NodeType[] = nodeTypes,
): SubgraphSdl[] => {
  const owners = new Set(contexts.map(({ name }) => name));
  const present = types.filter(({ owner }) => owners.has(owner));
  return present.length === 0 ? [...contexts] : [...contexts, { name: 'node', sdl: nodeSubgraphSdl(present) }];
};
