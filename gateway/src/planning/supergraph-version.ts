import type { Supergraph } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { AccessRules } from './access-rules.ts';

/** What one version of the supergraph consists of; an operation prepared on it keeps it as long as it runs. */
export interface SupergraphVersion {
  /** SHA-256 of the SDL. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** All there is, inaccessible parts included: what entity data is checked against. */
  readonly fullSchema: GraphQLSchema;
  /** The API schema in the planner's own representation. */
  readonly apiSchema: ReturnType<Supergraph['apiSchema']>;
  readonly planner: QueryPlanner;
  readonly subgraphs: readonly string[];
  readonly access: AccessRules;
}
