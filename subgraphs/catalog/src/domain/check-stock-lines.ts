import type { Refusal, Result } from '@vitrina/platform/result';
import { Problems } from './problems.ts';

/** A line whose variant and place are known. */
export interface CountedLine {
  readonly index: number;
  readonly variantId: string;
  readonly locationId: string;
}

/** Checks that every line names one known variant and one known place of the shop, each pair once. */
export const checkStockLines = <
  L extends { readonly index: number; readonly variantId: string | undefined; readonly locationId: string },
>(
  lines: readonly L[],
  locations: ReadonlySet<string>,
): Result<(L & CountedLine)[], Refusal> => {
  const problems = new Problems();
  const seen = new Set<string>();
  const known = lines.flatMap((line): (L & CountedLine)[] => {
    const field = ['lines', String(line.index)];
    const { variantId } = line;
    if (variantId === undefined)
      problems.add('UNKNOWN_VARIANT', field, 'The shop has no such variant; give its id or its SKU.');
    if (!locations.has(line.locationId))
      problems.add(
        'UNKNOWN_LOCATION',
        [...field, 'locationId'],
        'The shop has no such location; see Shop.stockLocations.',
      );
    const pair = `${variantId} ${line.locationId}`;
    if (variantId !== undefined && seen.has(pair))
      problems.add('DUPLICATE_LINE', field, 'This variant and location stand twice; send each once.');
    seen.add(pair);
    return variantId === undefined ? [] : [{ ...line, variantId }];
  });
  return problems.unless(() => known);
};
