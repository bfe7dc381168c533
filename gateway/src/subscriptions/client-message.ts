import type { SocketOperation } from './admit-operation.ts';

/** A message of graphql-transport-ws as a client may send it. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: Readonly<Record<string, unknown>> | undefined }
  | { readonly type: 'ping' | 'pong'; readonly payload: Readonly<Record<string, unknown>> | undefined }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: SocketOperation }
  | { readonly type: 'complete'; readonly id: string };

type Fields = Readonly<Record<string, unknown>>;

/** Ids are the client's own; nobody needs one longer than this, and each is kept for as long as its operation runs. */
const maxIdLength = 128;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsentOr = (value: unknown, holds: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || holds(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): value is string => isText(value) && value.length > 0 && value.length <= maxIdLength;

const isOperation = (payload: unknown): payload is SocketOperation =>
  isObject(payload) &&
  isAbsentOr(payload['query'], isText) &&
  isAbsentOr(payload['operationName'], isText) &&
  isAbsentOr(payload['variables'], isObject) &&
  isAbsentOr(payload['extensions'], isObject);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Reads one message; anything the protocol does not know is answered with the sentence to close the socket with. */
export const readClientMessage = (text: string): ClientMessage | string => {
  const message = parse(text);
  if (!isObject(message)) return 'Messages are JSON objects.';
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      if (!isAbsentOr(payload, isObject)) return `The payload of "${type}" is an object.`;
      return { type, payload: (payload ?? undefined) as Fields | undefined };
    case 'subscribe':
      if (!isId(id)) return `"subscribe" has an id of 1 to ${maxIdLength} characters.`;
      if (!isOperation(payload)) return '"subscribe" carries query, operationName, variables, extensions.';
      return { type, id, payload };
    case 'complete':
      return isId(id) ? { type, id } : `"complete" has an id of 1 to ${maxIdLength} characters.`;
    default:
      return 'The type of a message is connection_init, ping, pong, subscribe or complete.';
  }
};
