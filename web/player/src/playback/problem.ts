import type { ProblemCode } from '../locale/words.ts';

/** Playing ended, or cannot begin. */
export interface Problem {
  readonly code: ProblemCode;
  /** True when trying again without the viewer's doing may help. */
  readonly passing: boolean;
}

/** What an engine saw, in the vocabulary both engines share. */
export interface Failure {
  readonly kind: 'network' | 'playlist' | 'media' | 'unsupported';
  /** HTTP status; undefined or 0 when there was no answer at all. */
  readonly status?: number | undefined;
}

/** What to tell the viewer about a failure. */
export const problemOf = ({ kind, status }: Failure): Problem => {
  if (kind === 'unsupported') return { code: 'UNSUPPORTED', passing: false };
  if (kind === 'playlist') return { code: 'BROKEN_PLAYLIST', passing: false };
  if (kind === 'media') return { code: 'BROKEN_MEDIA', passing: false };
  if (status === 404 || status === 410) return { code: 'NOT_FOUND', passing: false };
  if (status === 401 || status === 403) return { code: 'EXPIRED', passing: false };
  return { code: 'NETWORK', passing: true };
};
