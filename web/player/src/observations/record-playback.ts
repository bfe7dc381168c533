import { bodyOf } from '../graph/ask.ts';
import { operations } from '../graph/operations.ts';
import type { Batch } from './batch.ts';
import type { Delivery, Transport } from './outbox.ts';

/** Who is observed and where the observations go. */
export interface Recording {
  readonly endpoint: string;
  readonly videoId: string;
  /** Made up for one viewing; names nobody. */
  readonly sessionId: string;
}

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Answers that another try may change. Everything else would be refused again. */
const passing: ReadonlySet<string> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']);

const deliveryOf = async (response: Response): Promise<Delivery> => {
  if (response.status >= 500 || response.status === 429) return 'unreachable';
  if (!response.ok) return 'refused';
  const { errors = [] } = (await response.json()) as Answer;
  if (errors.length === 0) return 'taken';
  return errors.some(({ extensions }) => passing.has(extensions?.code ?? '')) ? 'unreachable' : 'refused';
};

/** Sends batches to the registered operation `RecordPlayback`. */
export const recordPlayback = ({ endpoint, videoId, sessionId }: Recording): Transport => {
  const body = (batch: Batch): string => bodyOf(operations.recordPlayback, { input: { videoId, sessionId, ...batch } });
  return {
    send: (batch) =>
      fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body(batch),
        keepalive: true,
        credentials: 'omit',
      })
        .then(deliveryOf)
        // No answer, or one that is not the graph's (the sign-in page of a hotel's network): it never arrived.
        .catch(() => 'unreachable' as const),
    sendLast: (batch) => navigator.sendBeacon(endpoint, new Blob([body(batch)], { type: 'application/json' })),
  };
};
