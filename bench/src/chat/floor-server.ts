import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/**
 * The floor: graphql-ws with a schema that does nothing but pass messages on. No database, no callers, no rights, no
 * gateway, one process; whatever a chat does beside that is the difference.
 */
const emitter = new EventEmitter().setMaxListeners(0);
const sequences = new Map<string, number>();

interface SendInput {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly text: string;
}

const schema = buildSchema(`
  type Message { id: ID! sequence: Int text: String createdAt: String }
  type UserError { code: String! message: String! }
  type SendMessagePayload { message: Message userErrors: [UserError!]! }
  input SendMessageInput { conversationId: ID! clientMessageId: String! text: String! }
  type Query { ok: Boolean }
  type Mutation { sendMessage(input: SendMessageInput!): SendMessagePayload! }
  type Subscription { messageAdded(conversationId: ID!, afterSeq: Int): Message! }
`);

const sendMessage = ({ input }: { input: SendInput }) => {
  const sequence = (sequences.get(input.conversationId) ?? 0) + 1;
  sequences.set(input.conversationId, sequence);
  const message = { id: input.clientMessageId, sequence, text: input.text, createdAt: new Date().toISOString() };
  emitter.emit(input.conversationId, { messageAdded: message });
  return { message, userErrors: [] };
};

const messageAdded = async function* ({ conversationId }: { conversationId: string }) {
  for await (const [event] of on(emitter, conversationId)) yield event as unknown;
};

const server = createServer();
useServer(
  { schema, roots: { mutation: { sendMessage }, subscription: { messageAdded } } },
  new WebSocketServer({ server, path: '/graphql' }),
);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('disconnect', () => process.exit(0));
