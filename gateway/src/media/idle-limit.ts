import type { IncomingMessage } from 'node:http';

/** How long a sender may be silent in the middle of a body. */
const silenceMs = 30_000;

/** Ends the connection of a sender that falls silent; a slow one that keeps sending may take as long as it needs. */
export const withIdleLimit = (request: IncomingMessage, limitMs: number = silenceMs): (() => void) => {
  const { socket } = request;
  const cut = (): void => {
    socket.destroy();
  };
  socket.setTimeout(limitMs, cut);
  return () => {
    socket.off('timeout', cut);
    // Once the answer is out, the limit is the server's own again: how long it keeps a silent connection.
    if (socket.timeout === limitMs) socket.setTimeout(0);
  };
};
