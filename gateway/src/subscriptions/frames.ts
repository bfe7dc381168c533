import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/** Messages of graphql-transport-ws as the server sends them, as JSON text. */
export const ackFrame = '{"type":"connection_ack"}';

/** Answers a client's own ping, giving back what it carried. */
export const pongFrame = (payload: unknown): string =>
  payload === undefined ? '{"type":"pong"}' : JSON.stringify({ type: 'pong', payload });

/** One answer; `payload` is JSON text already, so that many readers of one event share the work of writing it. */
export const nextFrame = (id: string, payload: string): string =>
  `{"id":${JSON.stringify(id)},"type":"next","payload":${payload}}`;

export const completeFrame = (id: string): string => `{"id":${JSON.stringify(id)},"type":"complete"}`;

/** The status an error would have over HTTP says nothing here. */
const formatted = (error: GraphQLError): GraphQLFormattedError => {
  const { extensions, ...rest } = error.toJSON();
  const { http: _status, ...kept } = extensions ?? {};
  return Object.keys(kept).length > 0 ? { ...rest, extensions: kept } : rest;
};

/** Ends an operation with errors; there is no `complete` after it. */
export const errorFrame = (id: string, errors: readonly GraphQLError[]): string =>
  JSON.stringify({ id, type: 'error', payload: errors.map(formatted) });
