import type { Tx } from '@vitrina/platform/database';
import type { VideoTools } from '../../clients/ffmpeg/contract.ts';
import type { VideoRefusal } from '../../domain/video-refusals.ts';
import type { Services } from '../../services.ts';
import type { VideoRow, video } from '../../store/video.table.ts';
import type { Claim } from '../claim-step.ts';

/** What a step works with. */
export interface StepScope {
  readonly services: Services;
  readonly tools: () => Promise<VideoTools>;
  readonly claim: Claim;
  /** The original on this machine's disk. */
  readonly source: string;
  /** Empty folder for what is made; gone when the step ends, whatever happens. */
  readonly outDir: string;
  readonly signal: AbortSignal;
  /** Says how much of the step is done, 0 to 1. */
  readonly report: (share: number) => void;
}

/** What a finished step changes about its video; facts and rows beside it are written by `apply`. */
export type VideoChange = Partial<typeof video.$inferInsert>;

/** How a step ended. */
export type StepOutcome =
  | {
      readonly kind: 'done';
      /** Kept with the step, for those after it; survives JSON. */
      readonly result: unknown;
      /** Runs in the transaction that makes the step DONE, under the video's lock; everything it names is in the store by then. */
      readonly apply: (tx: Tx, row: VideoRow) => Promise<VideoChange>;
    }
  | { readonly kind: 'refused'; readonly refusal: VideoRefusal };

/** A step: makes its objects and puts them into the store, then says what changes. Safe to repeat. */
export type Step = (scope: StepScope) => Promise<StepOutcome>;
