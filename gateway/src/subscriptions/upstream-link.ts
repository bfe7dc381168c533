import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { InFlight } from '@vitrina/platform/in-flight';
import { WebSocket } from 'ws';
import type { SubgraphError, SubgraphResult } from '../execution/call.ts';

/** Who gets what comes for one operation. None of these may throw or wait. */
export interface LinkReader {
  next(result: SubgraphResult): void;
  /** Nothing follows; `last` are the errors it was refused with. */
  end(last?: SubgraphResult): void;
  /** The connection is gone. */
  lost(): void;
}

type ServerMessage =
  | { readonly type: 'connection_ack' | 'pong' | 'ping' }
  | { readonly type: 'next'; readonly id: string; readonly payload: SubgraphResult }
  | { readonly type: 'error'; readonly id: string; readonly payload: readonly SubgraphError[] }
  | { readonly type: 'complete'; readonly id: string };

const pingEveryMs = 10_000;
const openWithinMs = 10_000;
/** An idle socket is kept for a moment: the next subscription is often near. */
const idleForMs = 5_000;

/**
 * One graphql-transport-ws connection to a subgraph, for as long as it lasts. The general client of that protocol keeps
 * several promises and listeners per operation and walks through all of them when one ends; here an operation is an entry in
 * a map.
 */
export class UpstreamLink {
  readonly #socket: WebSocket;
  readonly #readers = new InFlight<LinkReader>();
  readonly #ready: Promise<void>;
  #connection: Duplex | undefined;
  #ids = 0;
  #usable = true;
  #acknowledged = false;
  #retired = false;
  #gathering = false;
  #alive = true;
  #pulse: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #acknowledge: () => void = () => undefined;
  #refuse: (error: Error) => void = () => undefined;

  constructor(url: string, token: () => Promise<string>) {
    this.#socket = new WebSocket(url, 'graphql-transport-ws', { handshakeTimeout: openWithinMs });
    this.#ready = new Promise((resolve, reject) => {
      this.#acknowledge = resolve;
      this.#refuse = reject;
    });
    this.#ready.catch(() => undefined);
    this.#socket.on('upgrade', (response: IncomingMessage) => {
      this.#connection = response.socket;
    });
    this.#socket.on('open', () => void this.#greet(token));
    this.#socket.on('message', (data) => this.#receive(String(data)));
    this.#socket.on('error', (error) => this.#lost(error));
    this.#socket.on('close', (code) => this.#lost(new Error(`closed with ${code}`)));
  }

  /** False once it is lost or on its way out: the next subscription needs another one. */
  get usable(): boolean {
    return this.#usable;
  }

  /** True while an operation that is sent now goes out now. */
  get stands(): boolean {
    return this.#acknowledged && !this.#retired && this.#usable && this.#socket.readyState === WebSocket.OPEN;
  }

  /** What runs goes on, nothing new is asked. */
  retire(): void {
    this.#retired = true;
  }

  /** Starts an operation and gives its id; rejects when the connection never stood. */
  async subscribe(payload: object, reader: LinkReader): Promise<string> {
    const id = this.#add(reader);
    await this.#ready;
    this.#send({ type: 'subscribe', id, payload });
    return id;
  }

  /** The same on a connection that stands, without waiting. */
  ask(payload: object, reader: LinkReader): string {
    const id = this.#add(reader);
    this.#send({ type: 'subscribe', id, payload });
    return id;
  }

  /** Tells the subgraph that nobody reads an operation any more. */
  complete(id: string): void {
    if (!this.#forget(id)) return;
    this.#send({ type: 'complete', id });
  }

  async close(): Promise<void> {
    this.#usable = false;
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close(1000, 'Normal Closure');
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
    await closed.catch(() => undefined);
  }

  #add(reader: LinkReader): string {
    clearTimeout(this.#idle);
    this.#ids += 1;
    const id = String(this.#ids);
    this.#readers.set(id, reader);
    return id;
  }

  async #greet(token: () => Promise<string>): Promise<void> {
    try {
      this.#send({ type: 'connection_init', payload: { token: await token() } });
      this.#pulse = setInterval(() => this.#feelPulse(), pingEveryMs);
    } catch (error) {
      this.#lost(error as Error);
    }
  }

  #feelPulse(): void {
    if (!this.#alive) {
      this.#lost(new Error('gave no sign of life'));
      return;
    }
    this.#alive = false;
    this.#send({ type: 'ping' });
  }

  #send(message: object): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#gather();
    this.#socket.send(JSON.stringify(message));
  }

  /** What is asked within one turn goes to the system in one write. */
  #gather(): void {
    const connection = this.#connection;
    if (this.#gathering || !connection) return;
    this.#gathering = true;
    connection.cork();
    setImmediate(() => {
      this.#gathering = false;
      connection.uncork();
    });
  }

  #receive(text: string): void {
    this.#alive = true;
    try {
      this.#read(JSON.parse(text) as ServerMessage);
    } catch (error) {
      this.#lost(error as Error);
    }
  }

  #read(message: ServerMessage): void {
    switch (message.type) {
      case 'next':
        this.#readers.get(message.id)?.next(message.payload);
        break;
      case 'error':
        this.#finish(message.id, { errors: message.payload });
        break;
      case 'complete':
        this.#finish(message.id);
        break;
      case 'connection_ack':
        this.#acknowledged = true;
        this.#acknowledge();
        break;
      case 'ping':
        this.#send({ type: 'pong' });
        break;
      case 'pong':
        break;
    }
  }

  #finish(id: string, last?: SubgraphResult): void {
    const reader = this.#readers.get(id);
    this.#forget(id);
    reader?.end(last);
  }

  #forget(id: string): boolean {
    if (!this.#readers.delete(id)) return false;
    if (this.#readers.size === 0) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => void this.#closeIdle(), idleForMs);
      this.#idle.unref();
    }
    return true;
  }

  async #closeIdle(): Promise<void> {
    if (this.#readers.size === 0) await this.close();
  }

  #lost(error: Error): void {
    this.#usable = false;
    clearInterval(this.#pulse);
    clearTimeout(this.#idle);
    this.#refuse(error);
    this.#socket.terminate();
    const readers = this.#readers.values();
    this.#readers.clear();
    for (const reader of readers) reader.lost();
  }
}
