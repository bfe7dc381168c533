export { type ComposedGraph, CompositionError, composeGraph, type SubgraphSdl } from './compose.ts';
export { readSubgraphs, withNodeSubgraph } from './read-subgraphs.ts';
