import { connect, type Socket } from 'node:net';

/** What happens on a socket. */
export interface WireEvents {
  /** The handshake was answered. */
  onOpen(): void;
  onText(text: string): void;
  /** Once, for whatever reason: the close code when there was one, 1006 otherwise. */
  onEnd(code: number): void;
}

const opcode = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/**
 * A WebSocket client over bare TCP (RFC 6455), as light as can be: thousands of them must leave the processors to what is
 * measured. Frames are masked with zeros, which leaves their bytes as they are; a server's frames are taken to come whole.
 */
export class WireSocket {
  readonly #events: WireEvents;
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #open = false;
  #code = 1006;

  constructor(port: number, events: WireEvents) {
    this.#events = events;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('connect', () => this.#socket.write(handshake(port)));
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('close', () => events.onEnd(this.#code));
  }

  send(text: string): void {
    this.#frame(opcode.text, Buffer.from(text));
  }

  /** Ends the connection without a goodbye, as a phone that enters a tunnel. */
  cut(): void {
    this.#socket.destroy();
  }

  #frame(code: number, payload: Buffer): void {
    if (this.#socket.destroyed) return;
    const short = payload.length < 126;
    const head = Buffer.alloc(short ? 6 : 8);
    head[0] = 0x80 | code;
    head[1] = 0x80 | (short ? payload.length : 126);
    if (!short) head.writeUInt16BE(payload.length, 2);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    if (!this.#open && !this.#greeted()) return;
    for (let used = this.#next(); used > 0; used = this.#next()) this.#received = this.#received.subarray(used);
  }

  /** True once the answer to the handshake is whole. */
  #greeted(): boolean {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return false;
    if (!this.#received.subarray(0, 16).includes(' 101 ')) {
      this.#socket.destroy();
      return false;
    }
    this.#received = this.#received.subarray(end + 4);
    this.#open = true;
    this.#events.onOpen();
    return true;
  }

  /** Handles one frame and gives its length; 0 when it is not whole yet. */
  #next(): number {
    const bytes = this.#received;
    if (bytes.length < 2) return 0;
    const size = (bytes[1] ?? 0) & 0x7f;
    const head = size < 126 ? 2 : size === 126 ? 4 : 10;
    if (bytes.length < head) return 0;
    const length = size < 126 ? size : size === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    if (bytes.length < head + length) return 0;
    this.#handle((bytes[0] ?? 0) & 0x0f, bytes.subarray(head, head + length));
    return head + length;
  }

  #handle(code: number, payload: Buffer): void {
    if (code === opcode.text) this.#events.onText(payload.toString());
    else if (code === opcode.ping) this.#frame(opcode.pong, payload);
    else if (code === opcode.close) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.#socket.destroy();
    }
  }
}

const handshake = (port: number): string =>
  [
    'GET /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    '\r\n',
  ].join('\r\n');
