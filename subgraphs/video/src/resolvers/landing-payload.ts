import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import type { LandingRow } from '../store/landings.ts';

/** Payload of a change to a landing page. */
export const toLandingPayload = (
  result: Result<LandingRow, Refusal>,
): { landing: LandingRow | null; userErrors: readonly Refusal[] } => {
  const { value, userErrors } = toPayload(result);
  return { landing: value, userErrors };
};
