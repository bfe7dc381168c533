import { checkCode, checkText, checkTexts, checkUnique } from './check-text.ts';
import type { Problems } from './problems.ts';
import { type OptionAxis, productLimits, type VariantContent } from './product.ts';
import type { OptionDraft, VariantDraft } from './product-draft.ts';

const labelLength = 100;

/** Checks the axes of a product. */
export const checkOptions = (
  drafts: readonly OptionDraft[],
  field: readonly string[],
  problems: Problems,
): OptionAxis[] => {
  if (drafts.length > productLimits.axes)
    problems.add(
      'TOO_MANY_OPTIONS',
      field,
      `A product has at most ${productLimits.axes} option axes; make separate products of the rest.`,
    );
  checkUnique(
    drafts.map(({ code }) => code),
    (index) => [...field, String(index), 'code'],
    problems,
  );
  return drafts.map((draft, index) => {
    const at = [...field, String(index)];
    checkCode(draft.code, [...at, 'code'], problems);
    if (draft.values.length === 0 || draft.values.length > productLimits.valuesPerAxis) {
      problems.add('OPTION_VALUES', [...at, 'values'], `An axis has 1 to ${productLimits.valuesPerAxis} values.`);
    }
    checkUnique(
      draft.values.map(({ code }) => code),
      (nth) => [...at, 'values', String(nth), 'code'],
      problems,
    );
    return {
      code: draft.code,
      names: checkTexts(draft.names, { field: [...at, 'names'], maxLength: labelLength }, problems),
      values: draft.values.map((value, nth) => {
        const place = [...at, 'values', String(nth)];
        checkCode(value.code, [...place, 'code'], problems);
        return {
          code: value.code,
          labels: checkTexts(value.labels, { field: [...place, 'labels'], maxLength: labelLength }, problems),
        };
      }),
    };
  });
};

const checkChosen = (
  draft: VariantDraft,
  axes: readonly OptionAxis[],
  field: readonly string[],
  problems: Problems,
): Readonly<Record<string, string>> => {
  const chosen = new Map((draft.options ?? []).map(({ option, value }) => [option, value]));
  const complete = chosen.size === axes.length && (draft.options?.length ?? 0) === axes.length;
  const fits = axes.every((axis) => axis.values.some((value) => value.code === chosen.get(axis.code)));
  if (!complete || !fits) {
    const expected =
      axes.length === 0
        ? 'no options, because the product has none'
        : `one known value for each of: ${axes.map(({ code }) => code).join(', ')}`;
    problems.add('VARIANT_OPTIONS', [...field, 'options'], `This variant must choose ${expected}.`);
  }
  return Object.fromEntries(axes.map((axis) => [axis.code, chosen.get(axis.code) ?? '']));
};

const checkWhole = (
  value: number | null | undefined,
  max: number,
  field: readonly string[],
  problems: Problems,
): number | null => {
  if (value == null) return null;
  if (value < 0 || value > max) problems.add('OUT_OF_RANGE', field, `This must be between 0 and ${max}.`);
  return value;
};

const checkVariant = (
  draft: VariantDraft,
  axes: readonly OptionAxis[],
  field: readonly string[],
  problems: Problems,
): VariantContent => {
  const sku = checkText(draft.sku, [...field, 'sku'], 128, problems) ?? '';
  if (draft.priceMinor < 1n || draft.priceMinor > productLimits.priceMinor) {
    problems.add('INVALID_PRICE', [...field, 'priceMinor'], `A price is 1 to ${productLimits.priceMinor} minor units.`);
  }
  return {
    sku,
    options: checkChosen(draft, axes, field, problems),
    priceMinor: draft.priceMinor,
    lowStockThreshold: checkWhole(
      draft.lowStockThreshold,
      productLimits.lowStockThreshold,
      [...field, 'lowStockThreshold'],
      problems,
    ),
    initialOnHand: checkWhole(draft.initialOnHand, productLimits.units, [...field, 'initialOnHand'], problems) ?? 0,
  };
};

/** Checks the variants of a product against its axes. */
export const checkVariants = (
  drafts: readonly VariantDraft[],
  axes: readonly OptionAxis[],
  field: readonly string[],
  problems: Problems,
): VariantContent[] => {
  if (drafts.length === 0) problems.add('NO_VARIANTS', field, 'A product has at least one variant.');
  if (drafts.length > productLimits.variants) {
    problems.add(
      'TOO_MANY_VARIANTS',
      field,
      `A product has at most ${productLimits.variants} variants; this one has ${drafts.length}.`,
    );
    return [];
  }
  const variants = drafts.map((draft, index) => checkVariant(draft, axes, [...field, String(index)], problems));
  const skus = new Set<string>();
  const combinations = new Set<string>();
  for (const [index, variant] of variants.entries()) {
    const combination = JSON.stringify(variant.options);
    if (skus.has(variant.sku))
      problems.add('DUPLICATE_SKU', [...field, String(index), 'sku'], 'Two variants have this SKU; give each its own.');
    if (combinations.has(combination))
      problems.add(
        'DUPLICATE_OPTIONS',
        [...field, String(index), 'options'],
        'Two variants have the same options; make them differ.',
      );
    skus.add(variant.sku);
    combinations.add(combination);
  }
  return variants;
};
