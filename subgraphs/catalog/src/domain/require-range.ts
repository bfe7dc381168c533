import { AppError } from '@vitrina/platform/errors';
import { isStorable } from './check-text.ts';

/** Passes a whole number within limits; anything else is invalid input that names the field and the limits. */
export const requireRange = (value: number, min: number, max: number, field: readonly string[]): number => {
  if (value >= min && value <= max) return value;
  throw new AppError('BAD_USER_INPUT', `"${field.at(-1)}" must be between ${min} and ${max}.`, { field });
};

/** Passes a list of a bearable length. */
export const requireCount = (list: readonly unknown[], min: number, max: number, field: readonly string[]): void => {
  if (list.length < min || list.length > max)
    throw new AppError(
      'BAD_USER_INPUT',
      `"${field.at(-1)}" takes ${min} to ${max} entries; this call has ${list.length}.`,
      { field },
    );
};

/** Passes a reference of another context: 1 to 100 characters that can be stored. */
export const requireReference = (reference: string): string => {
  if (reference.length >= 1 && reference.length <= 100 && isStorable(reference)) return reference;
  throw new AppError('BAD_USER_INPUT', 'A reference has 1 to 100 characters.', { field: ['input', 'reference'] });
};

/** The lines of a reservation or return: 1 to 500, each of at least one unit. */
export const requireLines = <L extends { readonly variantId: string; readonly quantity: number }>(
  lines: readonly L[],
): readonly L[] => {
  requireCount(lines, 1, 500, ['input', 'lines']);
  for (const [index, line] of lines.entries()) {
    requireRange(line.quantity, 1, 1_000_000, ['input', 'lines', String(index), 'quantity']);
    if (!isStorable(line.variantId))
      throw new AppError('BAD_USER_INPUT', 'This is not an id of a variant.', {
        field: ['input', 'lines', String(index), 'variantId'],
      });
  }
  return lines;
};

/** Longest hold: a bank transfer may take days. */
const maxTtlSeconds = 7 * 24 * 3_600;

/** How long a hold lives. */
export const requireTtl = (ttlSeconds: number): number =>
  requireRange(ttlSeconds, 1, maxTtlSeconds, ['input', 'ttlSeconds']);
