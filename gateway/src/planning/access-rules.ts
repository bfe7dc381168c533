import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** Scopes by coordinate (`Type.field`); a field that is not listed is open to everyone. */
export type AccessRules = ReadonlyMap<string, readonly string[]>;

const scopesOf = (directive: ConstDirectiveNode): readonly string[] => {
  const value = directive.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []));
};

/** Reads `@access` from the supergraph; the API schema does not carry it. */
export const readAccessRules = (supergraph: DocumentNode): AccessRules => {
  const rules = new Map<string, readonly string[]>();
  const readFields = (node: {
    name: { value: string };
    fields?: readonly { name: { value: string }; directives?: readonly ConstDirectiveNode[] }[];
  }) => {
    for (const field of node.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === 'access');
      if (directive) rules.set(`${node.name.value}.${field.name.value}`, scopesOf(directive));
    }
    return false;
  };
  visit(supergraph, { ObjectTypeDefinition: readFields, InterfaceTypeDefinition: readFields });
  return rules;
};
