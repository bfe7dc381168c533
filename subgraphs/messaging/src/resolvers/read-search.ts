import { AppError } from '@vitrina/platform/errors';
import { readText } from '@vitrina/platform/text';

/** What somebody looks for, tidied; neither nothing nor a novel. */
export const readSearch = (value: string, field: readonly string[]): string => {
  const text = readText(value, { field, min: 2, max: 100 });
  if (text.ok) return text.value;
  throw new AppError('BAD_USER_INPUT', 'Search for 2 to 100 characters.', { field });
};
