import { type ASTNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { read, trackedFiles } from './tree.ts';

/** Everything a frontend developer can meet in the explorer. */
const described = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);
const roots = new Set(['Query', 'Mutation', 'Subscription']);

interface Named {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string };
}

/** Names of what has no description, as paths. A stub of another context's entity is described where it is owned. */
const undescribed = (document: DocumentNode): string[] => {
  const missing: string[] = [];
  const path: string[] = [];
  const isStub = (node: ASTNode): boolean =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.directives ?? []).some(
      (directive) =>
        directive.name.value === 'key' &&
        (directive.arguments ?? []).some((argument) => argument.name.value === 'resolvable'),
    );
  visit(document, {
    enter: (node) => {
      if (!described.has(node.kind)) return undefined;
      const { name, description } = node as unknown as Named;
      path.push(name.value);
      if (isStub(node)) {
        path.pop();
        return false;
      }
      const isRoot = node.kind === Kind.OBJECT_TYPE_DEFINITION && roots.has(name.value);
      if (!isRoot && !description?.value.trim()) missing.push(path.join('.'));
      return undefined;
    },
    leave: (node) => {
      if (described.has(node.kind)) path.pop();
    },
  });
  return missing;
};

const schemas = [...trackedFiles(/^subgraphs\/[^/]+\/schema\.graphql$/), 'platform/src/subgraph/kit.graphql'];

describe('SDL', () => {
  it.each(schemas)('of %s describes every type, field, argument and value', (path) => {
    expect(undescribed(parse(read(path)))).toEqual([]);
  });

  it('is caught when a description is missing', () => {
    const planted = parse('"T." type T { "A." a("B." b: Int, c: Int): Int d: Int } "E." enum E { ONE }');
    expect(undescribed(planted)).toEqual(['T.a.c', 'T.d', 'E.ONE']);
  });

  it.each(schemas)('of %s gives every @idempotent mutation a payload that flags a replay', (path) => {
    const document = parse(read(path));
    const fields = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node.fields ?? []] as const] : [],
      ),
    );
    const payloads = (fields.get('Mutation') ?? [])
      .filter((field) => field.directives?.some((directive) => directive.name.value === 'idempotent'))
      .map((field) => (field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type))
      .map((type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : ''));
    const without = payloads.filter(
      (name) => !(fields.get(name) ?? []).some((field) => field.name.value === 'replayed'),
    );
    expect(without).toEqual([]);
  });
});
