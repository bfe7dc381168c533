import type { GraphQLError } from 'graphql';
import type { Pipeline, Reader } from './pipeline.ts';

/** Where an operation's answers go. */
export interface AnswerSink {
  sendNext(operation: SocketOperationState, payload: string): void;
  finish(operation: SocketOperationState, errors?: readonly GraphQLError[]): void;
}

/** One operation a client has running. A class, because there are thousands: its methods are shared, closures are not. */
export class SocketOperationState implements Reader {
  readonly id: string;
  readonly #sink: AnswerSink;
  /** The running subscription it reads, once there is one. */
  pipeline: Pipeline | undefined;

  constructor(id: string, sink: AnswerSink) {
    this.id = id;
    this.#sink = sink;
  }

  next(payload: string): void {
    this.#sink.sendNext(this, payload);
  }

  complete(): void {
    this.#sink.finish(this);
  }

  fail(error: GraphQLError): void {
    this.#sink.finish(this, [error]);
  }

  /** Lets go of what it reads, when its client has left. */
  leave(): void {
    this.pipeline?.leave(this);
  }
}
