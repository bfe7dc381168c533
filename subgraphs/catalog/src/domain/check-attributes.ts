import { checkText } from './check-text.ts';
import type { Problems } from './problems.ts';
import { type AttributeDefinition, type AttributeValue, productLimits } from './product.ts';
import type { AttributeDraft } from './product-draft.ts';

const filledFields = (draft: AttributeDraft): string[] =>
  (['text', 'number', 'boolean', 'choices'] as const).filter((name) => draft[name] != null);

const fieldOfType = {
  TEXT: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  SELECT: 'choices',
  MULTI_SELECT: 'choices',
} as const;

const checkChoices = (
  chosen: readonly string[],
  definition: AttributeDefinition,
  field: readonly string[],
  problems: Problems,
): readonly string[] | undefined => {
  const offered = new Set(definition.choices.map(({ code }) => code));
  const unknown = chosen.find((code) => !offered.has(code));
  if (unknown !== undefined)
    problems.add(
      'UNKNOWN_CHOICE',
      field,
      `"${definition.code}" offers no option "${unknown.slice(0, 64)}"; use one of its choices.`,
    );
  else if (new Set(chosen).size < chosen.length)
    problems.add('DUPLICATE_CODE', field, 'An option is chosen twice; choose each once.');
  else if (definition.type === 'SELECT' && chosen.length !== 1)
    problems.add('ATTRIBUTE_TYPE', field, `"${definition.code}" takes exactly one option.`);
  else if (chosen.length === 0)
    problems.add(
      'ATTRIBUTE_TYPE',
      field,
      `Choose at least one option of "${definition.code}", or leave the attribute out.`,
    );
  else return chosen;
  return undefined;
};

const checkValue = (
  draft: AttributeDraft,
  definition: AttributeDefinition,
  field: readonly string[],
  problems: Problems,
): AttributeValue | undefined => {
  const expected = fieldOfType[definition.type];
  const filled = filledFields(draft);
  if (filled.length !== 1 || filled[0] !== expected) {
    problems.add(
      'ATTRIBUTE_TYPE',
      field,
      `"${definition.code}" is of type ${definition.type}: fill "${expected}" and nothing else.`,
    );
    return undefined;
  }
  const at = [...field, expected];
  const { code, type } = definition;
  switch (type) {
    case 'TEXT': {
      const value = checkText(draft.text ?? '', at, productLimits.attributeTextLength, problems);
      return value === undefined ? undefined : { code, type, value };
    }
    case 'NUMBER':
      return { code, type, value: draft.number ?? 0 };
    case 'BOOLEAN':
      return { code, type, value: draft.boolean ?? false };
    case 'SELECT':
    case 'MULTI_SELECT': {
      const value = checkChoices(draft.choices ?? [], definition, at, problems);
      return value && { code, type, value };
    }
  }
};

/** Checks attribute values against the definitions that hold in the product's category. */
export const checkAttributes = (
  drafts: readonly AttributeDraft[],
  definitions: readonly AttributeDefinition[],
  rules: { readonly field: readonly string[]; readonly onSale: boolean },
  problems: Problems,
): AttributeValue[] => {
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]));
  if (drafts.length > productLimits.attributes) {
    problems.add('TOO_MANY_ATTRIBUTES', rules.field, `A product has at most ${productLimits.attributes} attributes.`);
    return [];
  }
  const values = new Map<string, AttributeValue>();
  for (const [index, draft] of drafts.entries()) {
    const field = [...rules.field, String(index)];
    const definition = byCode.get(draft.code);
    if (!definition) {
      problems.add(
        'UNKNOWN_ATTRIBUTE',
        [...field, 'code'],
        `The category defines no attribute "${draft.code.slice(0, 64)}"; see Category.attributes.`,
      );
      continue;
    }
    if (values.has(draft.code))
      problems.add('DUPLICATE_CODE', [...field, 'code'], `"${draft.code}" is given twice; give each once.`);
    const value = checkValue(draft, definition, field, problems);
    if (value) values.set(draft.code, value);
  }
  const given = new Set(drafts.map(({ code }) => code));
  const missing = rules.onSale
    ? definitions.filter((definition) => definition.required && !given.has(definition.code))
    : [];
  for (const definition of missing) {
    problems.add(
      'ATTRIBUTE_REQUIRED',
      rules.field,
      `A product on sale in this category must have "${definition.code}".`,
    );
  }
  // In the order of the definitions, so that the same facts in another order are no change.
  return definitions.flatMap((definition) => values.get(definition.code) ?? []);
};
