import { ok, plainRefusal, type Refusal, type Result } from '@vitrina/platform/result';
import { checkText, checkTexts, type TextEntry } from './check-text.ts';
import type { LocalisedText } from './localised-text.ts';
import { Problems } from './problems.ts';

/** A category of a taxonomy as it arrives. */
export interface CategoryRowDraft {
  readonly externalId: string;
  readonly parentExternalId?: string | null | undefined;
  readonly names: readonly TextEntry[];
}

/** A category of a taxonomy, checked. */
export interface CategoryRow {
  readonly index: number;
  readonly externalId: string;
  readonly parentExternalId: string | null;
  readonly names: LocalisedText;
}

const fieldOf = (index: number, ...path: string[]): string[] => ['categories', String(index), ...path];

/** Checks one row by itself. */
const checkRow = (draft: CategoryRowDraft, index: number, nameLength: number): Result<CategoryRow, Refusal> => {
  const problems = new Problems();
  const externalId = checkText(draft.externalId, fieldOf(index, 'externalId'), 64, problems) ?? '';
  const parentExternalId =
    draft.parentExternalId == null
      ? null
      : (checkText(draft.parentExternalId, fieldOf(index, 'parentExternalId'), 64, problems) ?? null);
  const names = checkTexts(draft.names, { field: fieldOf(index, 'names'), maxLength: nameLength }, problems);
  return problems.unless(() => ({ index, externalId, parentExternalId, names }));
};

/** The rows of a call: refused ones by index, the others so that every parent in the call stands before its children. */
export interface OrderedRows {
  readonly ordered: readonly CategoryRow[];
  readonly refused: ReadonlyMap<number, readonly Refusal[]>;
}

/** Checks and orders the rows of a bulk call. Rows that are each other's ancestors are refused as a cycle. */
export const orderRows = (drafts: readonly CategoryRowDraft[], nameLength: number): OrderedRows => {
  const refused = new Map<number, readonly Refusal[]>();
  const waiting = new Map<string, CategoryRow>();
  for (const [index, draft] of drafts.entries()) {
    const row = checkRow(draft, index, nameLength);
    if (!row.ok) refused.set(index, row.refusals);
    else if (waiting.has(row.value.externalId)) {
      refused.set(index, [
        plainRefusal(
          'DUPLICATE_EXTERNAL_ID',
          fieldOf(index, 'externalId'),
          'This category stands twice in the call; send each once.',
        ),
      ]);
    } else waiting.set(row.value.externalId, row.value);
  }
  const ordered: CategoryRow[] = [];
  for (let progress = true; progress; ) {
    progress = false;
    for (const row of waiting.values()) {
      if (row.parentExternalId !== null && waiting.has(row.parentExternalId)) continue;
      ordered.push(row);
      waiting.delete(row.externalId);
      progress = true;
    }
  }
  for (const row of waiting.values()) {
    refused.set(row.index, [
      plainRefusal(
        'CYCLE',
        fieldOf(row.index, 'parentExternalId'),
        'This category lies inside itself; correct the parents.',
      ),
    ]);
  }
  return { ordered, refused };
};

export const unknownParent = (index: number): Refusal =>
  plainRefusal(
    'UNKNOWN_PARENT',
    fieldOf(index, 'parentExternalId'),
    'The category above is neither known nor set by this call; send it too.',
  );

/** What was decided about one row. */
export type RowOutcome = Result<{ readonly id: string; readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED' }, Refusal>;

export const decided = (id: string, change: 'CREATED' | 'UPDATED' | 'UNCHANGED'): RowOutcome => ok({ id, change });
