import type { Duplex } from 'node:stream';
import { type DocumentNode, getOperationAST, OperationTypeNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { TokenVerifier } from '../auth/index.ts';
import { InFlight } from '../in-flight/index.ts';
import type { Logger } from '../logging/index.ts';
import type { SubgraphHost, SubgraphRequest } from '../subgraph/index.ts';
import { Asked } from './asked.ts';
import { textFrames } from './text-frames.ts';
import { metaSchema, operationSchema } from './wire-request.ts';

export interface GatewaySocketOptions {
  readonly host: SubgraphHost;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
}

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: z.object({ token: z.string() }).optional() }),
  z.object({ type: z.enum(['ping', 'pong']) }),
  z.object({ type: z.literal('complete'), id: z.string() }),
  z.object({
    type: z.literal('subscribe'),
    id: z.string(),
    payload: operationSchema.extend({ extensions: z.unknown().optional() }),
  }),
]);
type Subscribe = Extract<z.output<typeof messageSchema>, { type: 'subscribe' }>;

const carriedSchema = z.object({ token: z.string(), meta: metaSchema });
const initWaitMs = 5_000;
const closeCodes = {
  goingAway: 1001,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  initTimeout: 4408,
} as const;

interface KnownText {
  readonly query: string;
  readonly document: DocumentNode;
}

/** Texts are few and their readers many: all of them hold the same string. */
export const knownTexts = () => {
  const known = new LRUCache<string, KnownText>({ max: 1_000 });
  return (query: string): KnownText => {
    const found = known.get(query);
    if (found) return found;
    const made = { query, document: parse(query, { noLocation: true }) };
    known.set(query, made);
    return made;
  };
};

type Source = AsyncIterableIterator<unknown>;

const isSource = (running: Source | Asked): running is Source => Symbol.asyncIterator in running;

/** How long a process that stops waits for the answers it owes. */
const finishWithinMs = 5_000;

/** One gateway's socket: it introduces the gateway once, and each operation carries its own caller. */
export class GatewaySocket {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  readonly #options: GatewaySocketOptions;
  readonly #textOf: (query: string) => KnownText;
  /** Running operations; undefined while one is being opened. */
  readonly #running = new InFlight<Source | Asked | undefined>();
  #known = false;
  #owed = 0;
  #leaving: (() => void) | undefined;
  #outbox: string[] | undefined;

  constructor(
    socket: WebSocket,
    connection: Duplex,
    options: GatewaySocketOptions,
    textOf: (query: string) => KnownText,
  ) {
    this.#socket = socket;
    this.#connection = connection;
    this.#options = options;
    this.#textOf = textOf;
    const late = setTimeout(() => socket.close(closeCodes.initTimeout), initWaitMs);
    socket.on('message', (data) => {
      clearTimeout(late);
      this.#read(String(data));
    });
    socket.on('error', (error) => options.log.debug({ err: error }, 'A gateway’s socket broke'));
    socket.on('close', () => {
      clearTimeout(late);
      for (const id of this.#running.ids()) this.#leave(id);
    });
  }

  #read(text: string): void {
    const message = messageSchema.safeParse(parseJson(text));
    if (!message.success) {
      this.#close(closeCodes.badRequest, 'Not a message of the protocol.');
      return;
    }
    const { data } = message;
    if (data.type === 'connection_init') void this.#introduce(data.payload?.token ?? '');
    else if (data.type === 'ping') this.#send({ type: 'pong' });
    else if (data.type === 'complete') this.#leave(data.id);
    else if (data.type === 'subscribe' && this.#known) void this.#run(data);
    else if (data.type === 'subscribe') this.#close(closeCodes.unauthorized, 'Send connection_init first.');
  }

  async #introduce(token: string): Promise<void> {
    const verified = await this.#options.verifier.verify(token).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'A socket showed no valid service token.');
      return undefined;
    });
    this.#known = verified?.actor.kind === 'service';
    if (this.#known) this.#send({ type: 'connection_ack' });
    else this.#close(closeCodes.forbidden, 'Forbidden');
  }

  /** Whatever goes wrong is an answer to this one operation: closing would take everybody's along. */
  async #run({ id, payload }: Subscribe): Promise<void> {
    this.#running.set(id, undefined);
    const carried = carriedSchema.safeParse(payload.extensions);
    if (!carried.success) {
      this.#fail(id, [{ message: 'The operation carries no caller.', extensions: { code: 'UNAUTHENTICATED' } }]);
      return;
    }
    try {
      const { query, document } = this.#textOf(payload.query);
      const operationName = payload.operationName ?? undefined;
      const request = { query, variables: payload.variables ?? {}, operationName, ...carried.data };
      const operation = getOperationAST(document, operationName);
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION) await this.#follow(id, request);
      else await this.#answer(id, request);
    } catch (error) {
      this.#broke(id, error);
    }
  }

  async #answer(id: string, request: SubgraphRequest): Promise<void> {
    if (this.#leaving) {
      this.#fail(id, [{ message: 'This process is about to stop.', extensions: { code: 'SUBGRAPH_LEAVING' } }]);
      return;
    }
    const asked = new Asked(request);
    this.#running.set(id, asked);
    this.#owed += 1;
    try {
      const result = await this.#options.host.execute(asked);
      if (!this.#running.delete(id)) return;
      this.#send({ id, type: 'next', payload: result });
      this.#send({ id, type: 'complete' });
    } finally {
      this.#paid();
    }
  }

  #paid(): void {
    this.#owed -= 1;
    if (this.#owed === 0) this.#leaving?.();
  }

  async #follow(id: string, request: SubgraphRequest): Promise<void> {
    const source = await this.#options.host.subscribe(request);
    if (!(Symbol.asyncIterator in source)) this.#fail(id, source.errors ?? []);
    else if (this.#running.has(id)) {
      this.#running.set(id, source);
      this.#pump(id, source);
    } else await source.return?.();
  }

  /** Not an async loop: each of thousands of quiet subscriptions would keep it suspended, with what it told last. */
  #pump(id: string, source: Source): void {
    const broke = (error: unknown): void => this.#broke(id, error);
    const pass = ({ done, value }: IteratorResult<unknown>): void => {
      if (!done) {
        this.#send({ id, type: 'next', payload: value });
        goOn();
      } else if (this.#running.delete(id)) this.#send({ id, type: 'complete' });
    };
    const goOn = (): void => {
      source.next().then(pass, broke);
    };
    goOn();
  }

  #broke(id: string, error: unknown): void {
    this.#options.log.warn({ err: error }, 'An operation over a socket failed');
    this.#fail(id, [{ message: error instanceof Error ? error.message : 'The operation failed.' }]);
  }

  #fail(id: string, errors: readonly unknown[]): void {
    if (this.#running.delete(id)) this.#send({ id, type: 'error', payload: errors });
  }

  #leave(id: string): void {
    const running = this.#running.get(id);
    this.#running.delete(id);
    if (!running) return;
    if (!isSource(running)) {
      running.abort();
      return;
    }
    // Its loop hears of the end by itself.
    running
      .return?.()
      .catch((error: unknown) => this.#options.log.warn({ err: error }, 'A source did not end cleanly'));
  }

  /** Answers what was asked, takes nothing new but subscriptions, and closes. */
  async leave(): Promise<void> {
    if (this.#owed > 0) {
      await new Promise<void>((resolve) => {
        this.#leaving = resolve;
        setTimeout(resolve, finishWithinMs).unref();
      });
    }
    this.#leaving ??= () => undefined;
    this.#close(closeCodes.goingAway, 'Going away');
  }

  #close(code: number, reason?: string): void {
    this.#flush();
    this.#socket.close(code, reason);
  }

  /** Messages of one turn go out in one write, however many operations they are for. */
  #send(message: object): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const text = JSON.stringify(message);
    if (this.#outbox) this.#outbox.push(text);
    else {
      this.#outbox = [text];
      setImmediate(() => this.#flush());
    }
  }

  #flush(): void {
    const messages = this.#outbox;
    this.#outbox = undefined;
    if (messages && this.#socket.readyState === this.#socket.OPEN) this.#connection.write(textFrames(messages));
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
