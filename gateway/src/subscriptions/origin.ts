import type { IncomingMessage } from 'node:http';

/**
 * Tells whether a WebSocket may be opened from where it comes. Browsers always send `Origin` and sockets know no CORS,
 * so a foreign page could otherwise open one with the visitor's cookies; callers that are no browsers send none.
 */
export const isOriginAllowed = (request: IncomingMessage, allowedOrigins: readonly string[]): boolean => {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};
