import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from '../errors/graphql-errors.ts';

/** Bounds of a document that hold before it is validated, so that a hostile one costs next to nothing. */
export interface DocumentLimits {
  readonly bytes: number;
  readonly tokens: number;
  /** Levels of fields; introspection has a rule of its own. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Fields after all fragments are spread: fragments can make a short text exponentially large. */
  readonly expandedFields: number;
}

/** Several times what the largest operation in schema/operations needs. */
export const defaultDocumentLimits: DocumentLimits = {
  bytes: 32_768,
  tokens: 4_000,
  depth: 15,
  aliases: 60,
  rootFields: 20,
  expandedFields: 1_500,
};

/** Names every JavaScript object has already; as response names they would shadow or reach what they must not. */
const reservedNames = new Set(Object.getOwnPropertyNames(Object.prototype));

interface Shape {
  readonly reserved: string | undefined;
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** Fields right here, those of fragments among them. */
  readonly top: number;
}

const tooLarge = (what: string, limit: number): GraphQLError =>
  refusal('DOCUMENT_TOO_LARGE', `The document has more than ${limit} ${what}; split it into several requests.`, {
    extensions: { limit, of: what },
  });

const nothing: Shape = { reserved: undefined, depth: 0, aliases: 0, fields: 0, top: 0 };
/** Counts although there is nothing in it: whoever walks the document later comes by as often as it is spread. */
const deadEnd: Shape = { ...nothing, fields: 1 };
const beside = (left: Shape, right: Shape): Shape => ({
  reserved: left.reserved ?? right.reserved,
  depth: Math.max(left.depth, right.depth),
  aliases: left.aliases + right.aliases,
  fields: left.fields + right.fields,
  top: left.top + right.top,
});

/** Measures selections; each fragment is measured once, so measuring stays linear in the text. */
const shapeReader = (document: DocumentNode): ((set: SelectionSetNode) => Shape) => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Shape>();
  const open = new Set<string>();

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // An unknown fragment or a cycle is for validation to report.
    if (!fragment || open.has(name)) return deadEnd;
    open.add(name);
    const shape = ofSet(fragment.selectionSet);
    open.delete(name);
    measured.set(name, shape);
    return shape;
  };

  const ofSet = (set: SelectionSetNode): Shape =>
    set.selections.reduce<Shape>((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return beside(sum, ofFragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return beside(sum, ofSet(selection.selectionSet));
      const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
      const alias = selection.alias?.value;
      const reserved = alias !== undefined && reservedNames.has(alias) ? alias : below.reserved;
      const depth = selection.name.value.startsWith('__') ? 1 : below.depth + 1;
      return beside(sum, {
        reserved,
        depth,
        aliases: below.aliases + (alias === undefined ? 0 : 1),
        fields: below.fields + 1,
        top: 1,
      });
    }, nothing);

  return ofSet;
};

const refuseOperation = (
  operation: OperationDefinitionNode,
  shapeOf: ReturnType<typeof shapeReader>,
  limits: DocumentLimits,
): GraphQLError | undefined => {
  const shape = shapeOf(operation.selectionSet);
  if (shape.reserved) return refusal('BAD_REQUEST', `"${shape.reserved}" cannot be an alias; choose another name.`);
  if (shape.fields > limits.expandedFields)
    return tooLarge('fields once its fragments are spread', limits.expandedFields);
  if (shape.depth > limits.depth) return tooLarge('levels', limits.depth);
  if (shape.aliases > limits.aliases) return tooLarge('aliases', limits.aliases);
  if (shape.top > limits.rootFields) return tooLarge('root fields', limits.rootFields);
  return undefined;
};

const parseBounded = (text: string, limits: DocumentLimits): DocumentNode | GraphQLError => {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens. Parsing aborted')) return tooLarge('tokens', limits.tokens);
    return new GraphQLError(error.message, {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
    });
  }
};

/** Parses a document within the limits; a refusal comes back as an error value, so that it can be remembered like a success. */
export const readDocument = (text: string, limits: DocumentLimits): DocumentNode | GraphQLError => {
  if (Buffer.byteLength(text) > limits.bytes) return tooLarge('bytes', limits.bytes);
  const document = parseBounded(text, limits);
  if (document instanceof GraphQLError) return document;
  const shapeOf = shapeReader(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const refused = refuseOperation(definition, shapeOf, limits);
    if (refused) return refused;
  }
  return document;
};
