import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { cardNumber } from '../domain/refusals.ts';
import { holdsCardNumber } from '../domain/spam/card-in.ts';

/** What a person of support writes with a decision, tidied; null for nothing. Refusals: TEXT_TOO_LONG, CARD_NUMBER. */
export const readNote = (value: string | null | undefined): Result<string | null, Refusal> => {
  const note = readText((value ?? '').slice(0, 16_384), { field: ['note'], min: 0, max: 500, lines: true });
  if (!note.ok) return note;
  if (holdsCardNumber(note.value)) return refuse(cardNumber(['note']));
  return ok(note.value === '' ? null : note.value);
};
