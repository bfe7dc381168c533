import type { Tx } from '../database/index.ts';

/** What a saga remembers between steps: survives JSON, holds ids and answers, never rows. */
export type SagaData = Readonly<Record<string, unknown>>;

/** Why a step cannot be done and never will be: a fact the callee stated, not a failure to reach it. */
export type SagaRefusal = Readonly<Record<string, unknown>> & { readonly code: string; readonly message: string };

/** What every function of a step gets. */
export interface SagaScope<S, D extends SagaData> {
  readonly id: string;
  /** What the saga is about; it makes a good idempotency reference for callees. */
  readonly subject: string;
  readonly data: D;
  readonly services: S;
  readonly now: Date;
  /** When the bounded part of the saga ends; null when it has no deadline. */
  readonly deadline: Date | null;
  /** Present while everything is being undone: the refusal that started it. */
  readonly failure: SagaRefusal | null;
}

/** Changes of the context's own tables that commit together with the journal's row. */
export type Effect = (tx: Tx) => Promise<void>;

interface Carries<D> {
  /** Added to the saga's data. */
  readonly patch?: Partial<D> | undefined;
  readonly effect?: Effect | undefined;
}

/** What came of a step. */
export type StepOutcome<D extends SagaData> =
  | ({ readonly kind: 'done' } & Carries<D>)
  | ({ readonly kind: 'refused'; readonly refusal: SagaRefusal } & Carries<D>)
  /** Nobody wants it any more: everything is undone, this step too, for it may have had an effect. */
  | ({ readonly kind: 'abandoned'; readonly reason: SagaRefusal } & Carries<D>)
  /** Somebody else has to act first: a signal goes on at once, otherwise the callee is asked every `pollSeconds`. */
  | ({ readonly kind: 'wait'; readonly pollSeconds: number } & Carries<D>);

/** What the callee says when asked about a call whose answer was lost; `absent` when it knows of no such call. */
export type AskedOutcome<D extends SagaData> = StepOutcome<D> | { readonly kind: 'absent' };

/**
 * A step that calls another context. The intent is committed before `run` and the outcome after it; when the process
 * dies or the answer is lost in between, `askOutcome` finds out what happened. `run` must be idempotent at the callee
 * (by the subject), because `absent` may be out of date by the time it is heard.
 */
export interface RemoteStep<S, D extends SagaData> {
  readonly kind: 'remote';
  readonly name: string;
  run(scope: SagaScope<S, D>): Promise<StepOutcome<D>>;
  askOutcome(scope: SagaScope<S, D>): Promise<AskedOutcome<D>>;
  /** Undoes this step's own effect and nothing else; safe to repeat. Left out where there is nothing to undo. */
  compensate?(scope: SagaScope<S, D>): Promise<void>;
  /** Tells whether a compensation whose answer was lost has happened; without it the compensation is repeated. */
  askCompensated?(scope: SagaScope<S, D>): Promise<boolean>;
}

/** A step in the context's own database: effect and journal row commit together, so its outcome is always known. */
export interface LocalStep<S, D extends SagaData> {
  readonly kind: 'local';
  readonly name: string;
  run(scope: SagaScope<S, D>, tx: Tx): Promise<StepOutcome<D>>;
  compensate?(scope: SagaScope<S, D>, tx: Tx): Promise<void>;
}

export type SagaStep<S, D extends SagaData> = RemoteStep<S, D> | LocalStep<S, D>;

export interface SagaDefinition<S, D extends SagaData> {
  /** With its context: `orders.checkout`. */
  readonly name: string;
  readonly steps: readonly SagaStep<S, D>[];
  /** The steps up to and including `lastStep` have to be done in this time, or everything is undone. */
  readonly deadline?: { readonly seconds: number; readonly lastStep: string };
  /** Commits together with the end of a saga that did what it should. */
  onDone?(scope: SagaScope<S, D>, tx: Tx): Promise<void>;
  /** Commits together with the end of a saga that was undone; `scope.failure` says why. */
  onUndone?(scope: SagaScope<S, D>, tx: Tx): Promise<void>;
  /** Runs after a commit that changed the context's tables: a place for hints that may be lost, never for effects. */
  onCommitted?(scope: SagaScope<S, D>): Promise<void>;
}

/** Any saga of a context whose services are `S`. */
export type AnySaga<S> = SagaDefinition<S, SagaData>;

/** Declares a saga. */
export const defineSaga = <S, D extends SagaData>(definition: SagaDefinition<S, D>): SagaDefinition<S, D> => definition;

/** A step was done. */
export const stepDone = <D extends SagaData>(patch?: Partial<D>, effect?: Effect): StepOutcome<D> => ({
  kind: 'done',
  patch,
  effect,
});

/** A step was refused for good. */
export const stepRefused = <D extends SagaData>(refusal: SagaRefusal): StepOutcome<D> => ({ kind: 'refused', refusal });

/** A step is given up on wish, although it could be done: unlike a refused one it is undone with the others. */
export const stepAbandoned = <D extends SagaData>(reason: SagaRefusal): StepOutcome<D> => ({
  kind: 'abandoned',
  reason,
});

/** A step waits for somebody else. */
export const stepWaits = <D extends SagaData>(
  pollSeconds: number,
  patch?: Partial<D>,
  effect?: Effect,
): StepOutcome<D> => ({
  kind: 'wait',
  pollSeconds,
  patch,
  effect,
});

/** The four places around a step where a crash test may kill the process, forward and (`undo-`) back. */
const crashPlaces = ['before-intent', 'after-intent', 'after-call', 'after-result'] as const;

/**
 * Every crash point of a saga, `<saga>.<step>.<place>`. The intent of a remote step that follows another one is committed
 * along with that one's outcome, so its `before-intent` comes after the other's call and before its result. A local step has no intent of its own: its `after-call` lies
 * inside the transaction, just before the commit.
 */
export const crashPointsOf = <S, D extends SagaData>({ name, steps }: SagaDefinition<S, D>): string[] =>
  steps.flatMap((step) => {
    const places = step.kind === 'remote' ? crashPlaces : crashPlaces.filter((place) => place !== 'after-intent');
    const back = step.compensate ? places.map((place) => `${name}.${step.name}.undo-${place}`) : [];
    return [...places.map((place) => `${name}.${step.name}.${place}`), ...back];
  });
