import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DocumentNode, getOperationAST, OperationTypeNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { TokenVerifier } from '../auth/index.ts';
import type { Logger } from '../logging/index.ts';
import type { SubgraphHost, SubgraphRequest } from '../subgraph/index.ts';
import { metaSchema, operationSchema } from './wire-request.ts';

export interface SubgraphSocketsOptions {
  readonly host: SubgraphHost;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
  readonly maxPayload: number;
}

/** The WebSocket half of a subgraph: graphql-transport-ws for gateways. */
export interface SubgraphSockets {
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  close(): Promise<void>;
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
const protocol = 'graphql-transport-ws';
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
const knownTexts = () => {
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

/** One gateway's socket: it introduces the gateway once, and each operation carries its own caller. */
class GatewaySocket {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  readonly #options: SubgraphSocketsOptions;
  readonly #textOf: (query: string) => KnownText;
  /** Running operations; undefined while one is being opened. */
  readonly #sources = new Map<string, Source | undefined>();
  #known = false;
  #gathering = false;

  constructor(
    socket: WebSocket,
    connection: Duplex,
    options: SubgraphSocketsOptions,
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
      for (const id of [...this.#sources.keys()]) this.#leave(id);
    });
  }

  #read(text: string): void {
    const message = messageSchema.safeParse(parseJson(text));
    if (!message.success) {
      this.#socket.close(closeCodes.badRequest, 'Not a message of the protocol.');
      return;
    }
    const { data } = message;
    if (data.type === 'connection_init') void this.#introduce(data.payload?.token ?? '');
    else if (data.type === 'ping') this.#send({ type: 'pong' });
    else if (data.type === 'complete') this.#leave(data.id);
    else if (data.type === 'subscribe' && this.#known) void this.#run(data);
    else if (data.type === 'subscribe') this.#socket.close(closeCodes.unauthorized, 'Send connection_init first.');
  }

  async #introduce(token: string): Promise<void> {
    const verified = await this.#options.verifier.verify(token).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'A socket showed no valid service token.');
      return undefined;
    });
    this.#known = verified?.actor.kind === 'service';
    if (this.#known) this.#send({ type: 'connection_ack' });
    else this.#socket.close(closeCodes.forbidden, 'Forbidden');
  }

  /** Whatever goes wrong is an answer to this one operation: closing would take everybody's along. */
  async #run({ id, payload }: Subscribe): Promise<void> {
    this.#sources.set(id, undefined);
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
    const result = await this.#options.host.execute(request);
    if (!this.#sources.delete(id)) return;
    this.#send({ id, type: 'next', payload: result });
    this.#send({ id, type: 'complete' });
  }

  async #follow(id: string, request: SubgraphRequest): Promise<void> {
    const source = await this.#options.host.subscribe(request);
    if (!(Symbol.asyncIterator in source)) this.#fail(id, source.errors ?? []);
    else if (this.#sources.has(id)) {
      this.#sources.set(id, source);
      // Not waited for: what opened the operation is let go of while it runs.
      this.#pump(id, source).catch((error: unknown) => this.#broke(id, error));
    } else await source.return?.();
  }

  async #pump(id: string, source: Source): Promise<void> {
    for await (const result of source) this.#send({ id, type: 'next', payload: result });
    if (this.#sources.delete(id)) this.#send({ id, type: 'complete' });
  }

  #broke(id: string, error: unknown): void {
    this.#options.log.warn({ err: error }, 'An operation over a socket failed');
    this.#fail(id, [{ message: error instanceof Error ? error.message : 'The operation failed.' }]);
  }

  #fail(id: string, errors: readonly unknown[]): void {
    if (this.#sources.delete(id)) this.#send({ id, type: 'error', payload: errors });
  }

  #leave(id: string): void {
    const source = this.#sources.get(id);
    this.#sources.delete(id);
    // Its loop hears of the end by itself.
    source
      ?.return?.()
      .catch((error: unknown) => this.#options.log.warn({ err: error }, 'A source did not end cleanly'));
  }

  /** Events of one turn go out in one write, however many operations they are for. */
  #send(message: object): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!this.#gathering) {
      this.#gathering = true;
      this.#connection.cork();
      setImmediate(() => {
        this.#gathering = false;
        this.#connection.uncork();
      });
    }
    this.#socket.send(JSON.stringify(message));
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

/** Serves graphql-transport-ws to gateways. */
export const openSubgraphSockets = (options: SubgraphSocketsOptions): SubgraphSockets => {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxPayload,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  const textOf = knownTexts();
  return {
    upgrade: (request, connection, head) =>
      server.handleUpgrade(request, connection, head, (socket) => {
        new GatewaySocket(socket, connection, options, textOf);
        server.emit('connection', socket, request);
      }),
    close: async () => {
      const gone = [...server.clients].map(
        (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
      );
      for (const client of server.clients) client.close(closeCodes.goingAway, 'Going away');
      const late = setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, 1_000);
      await Promise.all(gone);
      clearTimeout(late);
    },
  };
};
