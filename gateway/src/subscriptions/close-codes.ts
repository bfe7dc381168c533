import type { WebSocket } from 'ws';

/**
 * Why a socket is closed: codes of graphql-transport-ws (its PROTOCOL.md) where it has one, otherwise those of RFC 6455
 * (section 7.4) or our own from the range for applications. A client may come again at once after those below 4400 and
 * after `slow`; after the others it has to change something first.
 */
export const closeCodes = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  wrongProtocol: 4406,
  initTimeout: 4408,
  duplicateId: 4409,
  /** Our own: what is sent is not read. */
  slow: 4413,
  tooManyInits: 4429,
  /** Our own: more sockets of one person than allowed, or one refusal after the other ignored. */
  tooMany: 4430,
} as const;

/** A close reason has at most 123 bytes (RFC 6455, section 5.5). */
const reasonOf = (text: string): string =>
  Buffer.from(text)
    .subarray(0, 120)
    .toString('utf8')
    .replace(/\uFFFD$/, '');

const patienceMs = 2_000;

/** Closes with a reason; a peer that does not answer is cut off. */
export const closeWith = (socket: WebSocket, code: number, reason: string): void => {
  socket.close(code, reasonOf(reason));
  setTimeout(() => socket.terminate(), patienceMs).unref();
};
