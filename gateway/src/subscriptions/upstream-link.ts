import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { SubgraphError, SubgraphResult } from '../execution/call.ts';
import type { EventQueue } from './event-queue.ts';

interface Reader {
  readonly queue: EventQueue<SubgraphResult>;
  readonly onLost: () => void;
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
  readonly #readers = new Map<string, Reader>();
  readonly #ready: Promise<void>;
  #ids = 0;
  #usable = true;
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
    this.#socket.on('open', () => void this.#greet(token));
    this.#socket.on('message', (data) => this.#receive(String(data)));
    this.#socket.on('error', (error) => this.#lost(error));
    this.#socket.on('close', (code) => this.#lost(new Error(`closed with ${code}`)));
  }

  /** False once it is lost or on its way out: the next subscription needs another one. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Starts an operation whose events go into the queue, and gives its id; rejects when the connection never stood. */
  async subscribe(payload: object, queue: EventQueue<SubgraphResult>, onLost: () => void): Promise<string> {
    clearTimeout(this.#idle);
    this.#ids += 1;
    const id = String(this.#ids);
    this.#readers.set(id, { queue, onLost });
    await this.#ready;
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
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
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
        this.#readers.get(message.id)?.queue.push(message.payload);
        break;
      case 'error':
        this.#finish(message.id, { errors: message.payload });
        break;
      case 'complete':
        this.#finish(message.id);
        break;
      case 'connection_ack':
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
    reader?.queue.end(last);
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
    const readers = [...this.#readers.values()];
    this.#readers.clear();
    for (const { onLost } of readers) onLost();
  }
}
