import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';

/** The federated SDL of one subgraph, by the name its service answers to. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** What composition yields: the planner's input and the schema that clients see. */
export interface ComposedGraph {
  readonly supergraphSdl: string;
  readonly apiSdl: string;
}

/** The subgraphs do not fit together; every reason is in the message. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

const parseSubgraph = ({ name, sdl }: SubgraphSdl) => {
  try {
    return { name, url: `http://${name}.subgraph/graphql`, typeDefs: parse(sdl) };
  } catch (cause) {
    throw new CompositionError(`The SDL of "${name}" cannot be read: ${(cause as Error).message}`, { cause });
  }
};

/**
 * Composes subgraphs into one supergraph (Apollo Federation 2). Addresses in the result are placeholders: which
 * transport reaches a subgraph is the gateway's configuration, so one supergraph serves both topologies.
 * Subgraphs are sorted by name, which keeps the output stable.
 */
export const composeGraph = (subgraphs: readonly SubgraphSdl[]): ComposedGraph => {
  const sorted = [...subgraphs].sort((left, right) => left.name.localeCompare(right.name, 'en'));
  const result = composeServices(sorted.map(parseSubgraph));
  if (result.errors) {
    throw new CompositionError(
      `The subgraphs do not compose:\n${result.errors.map(({ message }) => `  ${message}`).join('\n')}`,
    );
  }
  return {
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    apiSdl: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema()).trimEnd()}\n`,
  };
};
