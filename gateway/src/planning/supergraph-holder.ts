import type { Logger } from '@vitrina/platform/logging';
import type { GraphQLSchema } from 'graphql';
import type { SupergraphSource } from '../composition/supergraph-source.ts';
import { type PlannedSupergraph, type PlanningLimits, planSupergraph } from './supergraph.ts';

/** The supergraph in force. */
export interface SupergraphHolder {
  current(): PlannedSupergraph;
  /** The version a schema belongs to: a request ends on the version it was validated against. */
  of(schema: GraphQLSchema): PlannedSupergraph;
  /** Called after each change, and once for the version in force now. */
  onChange(listener: (supergraph: PlannedSupergraph) => void): () => void;
  close(): void;
}

/** Loads the supergraph and follows its changes; a version that cannot be planned is logged and the old one stays. */
export const holdSupergraph = async (
  source: SupergraphSource,
  log: Logger,
  limits?: PlanningLimits,
): Promise<SupergraphHolder> => {
  let current = planSupergraph(await source.load(), limits);
  const versions = new WeakMap<GraphQLSchema, PlannedSupergraph>([[current.schema, current]]);
  const listeners = new Set<(supergraph: PlannedSupergraph) => void>();

  const unwatch = source.watch((sdl) => {
    try {
      const next = planSupergraph(sdl, limits);
      if (next.id === current.id) return;
      current = next;
      versions.set(next.schema, next);
      log.info({ supergraph: next.id }, 'a new supergraph is in force');
      for (const listener of listeners) listener(next);
    } catch (error) {
      log.error({ err: error }, 'the changed supergraph cannot be used; the old one stays');
    }
  });

  return {
    current: () => current,
    of: (schema) => versions.get(schema) ?? current,
    onChange: (listener) => {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
    close: () => {
      unwatch();
      listeners.clear();
    },
  };
};
