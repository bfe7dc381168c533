import type { Duplex } from 'node:stream';
import { AppError } from '@vitrina/platform/errors';
import { textFrames } from '@vitrina/platform/hosting';
import { InFlight } from '@vitrina/platform/in-flight';
import type { Logger } from '@vitrina/platform/logging';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { type GraphQLError, OperationTypeNode } from 'graphql';
import type { RawData, WebSocket } from 'ws';
import type { Authenticate, Caller, Credentials } from '../edge-auth/authenticate.ts';
import { refusal } from '../errors/graphql-errors.ts';
import type { RunOperation } from '../execution/run-operation.ts';
import type { AdmitOperation, SocketOperation } from './admit-operation.ts';
import { type ClientMessage, readClientMessage } from './client-message.ts';
import { closeCodes, closeWith } from './close-codes.ts';
import { ackFrame, completeFrame, errorFrame, nextFrame, pongFrame } from './frames.ts';
import type { Pulse } from './heartbeat.ts';
import type { SubscriptionRequest } from './open-subscription.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import { credentialsOf, holderOf, viewerOf } from './socket-caller.ts';
import type { SocketLimits } from './socket-limits.ts';
import { type AnswerSink, SocketOperationState } from './socket-operation.ts';
import type { SocketWatch } from './socket-watch.ts';
import type { Tally } from './tally.ts';
import type { Outbox, WriteBatch } from './write-batch.ts';

/** What answering operations over sockets needs; all sockets of a gateway share it. */
export interface SocketParts {
  readonly authenticate: Authenticate;
  readonly admit: AdmitOperation;
  readonly subscriptions: SharedSubscriptions;
  readonly run: RunOperation;
  readonly masked: (error: unknown) => GraphQLError;
  readonly watch: SocketWatch;
  readonly limits: SocketLimits;
  /** Sockets and operations by holder. */
  readonly socketsOf: Tally;
  readonly operationsOf: Tally;
  readonly writes: WriteBatch;
  readonly log: Logger;
}

/** Refusals in a row after which a client is taken not to listen. */
const maxRefusalsInARow = 100;
/** An address counts as this many callers, so an office or a mobile network is not locked out. */
const guestsPerAddress = 5;

/** One client's socket, speaking graphql-transport-ws. Nothing here throws: what fails ends one operation or this socket. */
export class ClientSocket implements AnswerSink, Outbox, Pulse {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  readonly #parts: SocketParts;
  readonly #meta: RequestMeta;
  readonly #onKnown: () => void;
  readonly #operations = new InFlight<SocketOperationState>();
  #begun = false;
  #caller: Caller | undefined;
  #viewer = '';
  #holder = '';
  #refusals = 0;
  #answered = true;
  #departure: string | undefined;
  /** Messages of this turn. */
  #outbox: string[] | undefined;
  #outboxSize = 0;

  /** `onKnown` runs when the caller has said who they are. */
  constructor(socket: WebSocket, connection: Duplex, meta: RequestMeta, parts: SocketParts, onKnown: () => void) {
    this.#socket = socket;
    this.#connection = connection;
    this.#meta = meta;
    this.#parts = parts;
    this.#onKnown = onKnown;
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#answered = true;
    });
    socket.on('error', (error) => parts.log.debug({ err: error }, 'a socket broke'));
    socket.on('close', () => this.#closed());
  }

  /** True once `connection_init` came; it may still be looked at. */
  get begun(): boolean {
    return this.#begun;
  }

  get silent(): boolean {
    return !this.#answered;
  }

  ping(): void {
    this.#answered = false;
    if (this.#isOpen) this.#socket.ping();
  }

  cut(): void {
    this.#socket.terminate();
  }

  close(code: number, reason: string): void {
    this.flush();
    closeWith(this.#socket, code, reason);
  }

  /** Sends the client away as soon as nothing runs but subscriptions, which it resumes elsewhere. */
  goAway(reason: string): void {
    this.#departure = reason;
    this.#departWhenIdle();
  }

  sendNext(operation: SocketOperationState, payload: string): void {
    this.#send(nextFrame(operation.id, payload));
  }

  finish(operation: SocketOperationState, errors?: readonly GraphQLError[]): void {
    if (!this.#forget(operation)) return;
    this.#send(errors ? errorFrame(operation.id, errors) : completeFrame(operation.id));
    this.#departWhenIdle();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  flush(): void {
    const messages = this.#outbox;
    this.#outbox = undefined;
    this.#outboxSize = 0;
    if (messages && this.#isOpen) this.#connection.write(textFrames(messages));
  }

  #send(message: string): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedAmount + this.#outboxSize > this.#parts.limits.maxBufferedBytes) {
      this.close(closeCodes.slow, 'Messages are not being read; connect again and resume.');
      return;
    }
    this.#outboxSize += message.length;
    if (this.#outbox) this.#outbox.push(message);
    else {
      this.#outbox = [message];
      this.#parts.writes.gather(this);
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#answered = true;
    // What was on its way while we were closing is not answered any more.
    if (!this.#isOpen) return;
    const message = isBinary ? 'Messages are text.' : readClientMessage(String(data));
    if (typeof message === 'string') this.close(closeCodes.badRequest, message);
    else this.#handle(message);
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        this.#init(message.payload);
        break;
      case 'ping':
        this.#send(pongFrame(message.payload));
        break;
      case 'subscribe':
        this.#subscribe(message.id, message.payload);
        break;
      case 'complete': {
        const operation = this.#operations.get(message.id);
        if (operation && this.#forget(operation)) operation.leave();
        break;
      }
      case 'pong':
        break;
    }
  }

  #init(params: Readonly<Record<string, unknown>> | undefined): void {
    if (this.#begun) {
      this.close(closeCodes.tooManyInits, 'connection_init is sent once.');
      return;
    }
    this.#begun = true;
    const credentials = credentialsOf(params);
    this.#parts.authenticate(credentials).then(
      (caller) => this.#know(caller, credentials),
      (error: unknown) => this.#refuseCaller(error),
    );
  }

  #know(found: Caller, credentials: Credentials): void {
    if (!this.#isOpen) return;
    const { limits, socketsOf, watch } = this.#parts;
    this.#onKnown();
    const holder = holderOf(found, this.#meta.ip);
    const most = found.identity.actor.kind === 'anonymous' ? limits.maxSocketsPerAddress : limits.maxSocketsPerUser;
    if (!socketsOf.take(holder, most)) {
      this.close(closeCodes.tooMany, `At most ${most} sockets at a time: close some first.`);
      return;
    }
    this.#holder = holder;
    this.#caller = watch.add(this, credentials, found);
    this.#viewer = viewerOf(this.#caller, this.#meta.locale);
    this.#send(ackFrame);
  }

  #refuseCaller(error: unknown): void {
    if (error instanceof AppError && error.code !== 'UNAVAILABLE') {
      this.close(closeCodes.forbidden, error.message);
      return;
    }
    this.#parts.log.warn({ err: error }, 'a caller could not be looked at');
    this.close(closeCodes.tryAgainLater, 'Sign-ins cannot be checked at the moment; try again in a moment.');
  }

  #subscribe(id: string, payload: SocketOperation): void {
    const caller = this.#caller;
    if (!caller) this.close(closeCodes.unauthorized, 'Send connection_init and wait for connection_ack.');
    else if (this.#operations.has(id)) this.close(closeCodes.duplicateId, 'An operation with that id is running.');
    else {
      const full = this.#takePlace(caller);
      if (full) this.#refuse(id, full);
      else this.#admit(new SocketOperationState(id, this), caller, payload);
    }
  }

  /** Counts one operation more; when there is no place for it, the sentence that says so. */
  #takePlace({ identity }: Caller): string | undefined {
    const { limits, operationsOf } = this.#parts;
    if (this.#operations.size >= limits.maxSubscriptionsPerSocket)
      return `A socket runs at most ${limits.maxSubscriptionsPerSocket} operations; end some first.`;
    const most = limits.maxSubscriptionsPerUser * (identity.actor.kind === 'anonymous' ? guestsPerAddress : 1);
    if (operationsOf.take(this.#holder, most)) return undefined;
    return `At most ${most} operations at a time over all your sockets; end some first.`;
  }

  #admit(operation: SocketOperationState, caller: Caller, payload: SocketOperation): void {
    this.#refusals = 0;
    this.#operations.set(operation.id, operation);
    this.#parts.admit(caller, this.#meta, payload).then(
      (admitted) => {
        if ('prepared' in admitted) this.#start(operation, admitted);
        else this.finish(operation, admitted);
      },
      (error: unknown) => operation.fail(this.#parts.masked(error)),
    );
  }

  /** Before anything is parsed: thousands of these must cost nothing, and who goes on regardless is sent away. */
  #refuse(id: string, message: string): void {
    this.#refusals += 1;
    if (this.#refusals > maxRefusalsInARow)
      this.close(closeCodes.tooMany, 'One operation after the other was refused: wait before the next.');
    else this.#send(errorFrame(id, [refusal('RATE_LIMITED', message)]));
  }

  #start(operation: SocketOperationState, request: SubscriptionRequest): void {
    // The client may have left, or ended it, while it was looked at.
    if (this.#operations.get(operation.id) !== operation) return;
    const { run, subscriptions, masked } = this.#parts;
    const { prepared, variables, context } = request;
    if (prepared.kind === OperationTypeNode.SUBSCRIPTION) {
      operation.pipeline = subscriptions.join(this.#viewer, request, operation);
      return;
    }
    run(prepared, { variables, context }).then(
      (result) => {
        if (this.#operations.get(operation.id) === operation) this.sendNext(operation, JSON.stringify(result));
        this.finish(operation);
      },
      (error: unknown) => operation.fail(masked(error)),
    );
  }

  /** False when it was forgotten before. */
  #forget(operation: SocketOperationState): boolean {
    if (this.#operations.get(operation.id) !== operation) return false;
    this.#operations.delete(operation.id);
    this.#parts.operationsOf.release(this.#holder);
    return true;
  }

  #departWhenIdle(): void {
    if (this.#departure === undefined) return;
    for (const { pipeline } of this.#operations.values()) if (!pipeline) return;
    this.close(closeCodes.goingAway, this.#departure);
  }

  #closed(): void {
    this.#parts.watch.remove(this);
    if (this.#holder !== '') this.#parts.socketsOf.release(this.#holder);
    for (const operation of this.#operations.values()) {
      this.#forget(operation);
      operation.leave();
    }
  }
}
