import type { Refusal, Result } from '@vitrina/platform/result';
import { checkCode, checkOptionalText, checkTexts, checkUnique, type TextEntry } from './check-text.ts';
import { Problems } from './problems.ts';
import type { AttributeDefinition, AttributeType, Choice } from './product.ts';

/** An attribute definition as it arrives. */
export interface AttributeDefinitionDraft {
  readonly code: string;
  readonly names: readonly TextEntry[];
  readonly type: AttributeType;
  readonly unit?: string | null | undefined;
  /** False when left out. */
  readonly required?: boolean | null | undefined;
  /** False when left out. */
  readonly filterable?: boolean | null | undefined;
  readonly choices?: readonly { readonly code: string; readonly labels: readonly TextEntry[] }[] | null | undefined;
}

const maxDefinitions = 100;
const maxChoices = 1_000;
const nameLength = 100;

const checkChoices = (draft: AttributeDefinitionDraft, field: readonly string[], problems: Problems): Choice[] => {
  const choices = draft.choices ?? [];
  const chosen = draft.type === 'SELECT' || draft.type === 'MULTI_SELECT';
  if (chosen && (choices.length === 0 || choices.length > maxChoices))
    problems.add('CHOICES', field, `An attribute of this type offers 1 to ${maxChoices} options.`);
  if (!chosen && choices.length > 0)
    problems.add('CHOICES', field, `An attribute of type ${draft.type} offers no options; leave them out.`);
  checkUnique(
    choices.map(({ code }) => code),
    (index) => [...field, String(index), 'code'],
    problems,
  );
  return choices.map((choice, index) => {
    const at = [...field, String(index)];
    checkCode(choice.code, [...at, 'code'], problems);
    return {
      code: choice.code,
      labels: checkTexts(choice.labels, { field: [...at, 'labels'], maxLength: nameLength }, problems),
    };
  });
};

/** Checks a category's own definitions. */
export const checkDefinitions = (
  drafts: readonly AttributeDefinitionDraft[],
  categoryId: string,
): Result<AttributeDefinition[], Refusal> => {
  const problems = new Problems();
  if (drafts.length > maxDefinitions)
    problems.add(
      'TOO_MANY_ATTRIBUTES',
      ['attributes'],
      `A category defines at most ${maxDefinitions} attributes of its own.`,
    );
  checkUnique(
    drafts.map(({ code }) => code),
    (index) => ['attributes', String(index), 'code'],
    problems,
  );
  const definitions = drafts.map((draft, index): AttributeDefinition => {
    const at = ['attributes', String(index)];
    checkCode(draft.code, [...at, 'code'], problems);
    return {
      categoryId,
      code: draft.code,
      names: checkTexts(draft.names, { field: [...at, 'names'], maxLength: nameLength }, problems),
      type: draft.type,
      unit: checkOptionalText(draft.unit, [...at, 'unit'], 20, problems),
      required: draft.required ?? false,
      filterable: draft.filterable ?? false,
      choices: checkChoices(draft, [...at, 'choices'], problems),
    };
  });
  return problems.unless(() => definitions);
};
