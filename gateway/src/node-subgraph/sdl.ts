import type { NodeType } from '@vitrina/schema/node-types';

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

"Anything that has an id of its own and can be fetched again with \`node(id)\`."
interface Node {
  "Opaque, typed, time-ordered identifier, e.g. \`ord_01k3v8…\`."
  id: ID!
}

type Query {
  "The object with that id; null when there is none or when you may not see it."
  node(
    "Identifier of any object of the market."
    id: ID!
  ): Node
  "The objects with those ids, in the same order; null in the place of each that does not exist or that you may not see."
  nodes(
    "Identifiers of any objects of the market, at most 100."
    ids: [ID!]!
  ): [Node]!
}
`;

/** SDL of the generated subgraph: the same root field in several contexts would not compose, so it lives here once. */
export const nodeSubgraphSdl = (types: readonly NodeType[]): string => {
  const entities = types.map(
    ({ type }) => `\ntype ${type} implements Node @key(fields: "id", resolvable: false) {\n  id: ID!\n}\n`,
  );
  return `${header}${entities.join('')}`;
};
