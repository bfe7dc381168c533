import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { type Entity, isEntity, mergeEntity } from './entity.ts';

const isOfType = (schema: GraphQLSchema, entity: Entity, condition: string): boolean => {
  const typename = entity['__typename'];
  if (typename === condition) return true;
  if (typeof typename !== 'string') return false;
  const type = schema.getType(typename);
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
};

const pick = (
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
): unknown => {
  if (!selections || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(schema, item, selections));
  return isEntity(value) ? pickEntity(schema, value, selections) : value;
};

/** The part of an entity that a fetch requires; null when one of the required fields is not there. */
const pickEntity = (
  schema: GraphQLSchema,
  entity: Entity,
  selections: readonly QueryPlanSelectionNode[],
): Entity | null => {
  const picked: Entity = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = entity[name];
      if (value === undefined) return null;
      picked[name] = pick(schema, value, selection.selections);
      continue;
    }
    if (!selection.typeCondition || !isOfType(schema, entity, selection.typeCondition)) continue;
    const inner = pickEntity(schema, entity, selection.selections);
    if (inner) mergeEntity(picked, inner);
  }
  return picked;
};

/** What `_entities` is asked for, and which entities each answer belongs to. */
export interface Representations {
  readonly list: Entity[];
  /** By position in `list`. */
  readonly targets: Entity[][];
}

/** Equal representations are asked for once: twenty products of one shop are one question about that shop. */
export const representationsOf = (
  schema: GraphQLSchema,
  entities: readonly Entity[],
  requires: readonly QueryPlanSelectionNode[],
): Representations => {
  const list: Entity[] = [];
  const targets: Entity[][] = [];
  const known = new Map<string, Entity[]>();
  for (const entity of entities) {
    const representation = pickEntity(schema, entity, requires);
    if (!representation?.['__typename']) continue;
    const key = JSON.stringify(representation);
    const same = known.get(key);
    if (same) {
      same.push(entity);
      continue;
    }
    const target = [entity];
    known.set(key, target);
    list.push(representation);
    targets.push(target);
  }
  return { list, targets };
};
