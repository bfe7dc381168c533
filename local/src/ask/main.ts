import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql/language/parser.js';
import { projectRoot, readLocalConfig } from '../market/local-config.ts';
import { accessTokenOf } from './access.ts';
import { type AskArguments, pickFrom, readArguments } from './arguments.ts';
import { announceFile, sendByTicket } from './send-file.ts';

const operations = join(projectRoot, 'schema/operations');

/** The text of a registered operation, or the document as typed. */
const documentOf = (operation: string): string => {
  if (/[{\s]/.test(operation)) return operation;
  for (const room of readdirSync(operations, { withFileTypes: true })) {
    if (!room.isDirectory()) continue;
    const file = readdirSync(join(operations, room.name)).find((name) => name === `${operation}.graphql`);
    if (file) return readFileSync(join(operations, room.name, file), 'utf8');
  }
  throw new Error(`No registered operation "${operation}"; schema/operations lists them.`);
};

const show = (answer: unknown, { pick }: AskArguments): void => {
  const chosen = pick ? pickFrom(answer, pick) : answer;
  process.stdout.write(`${typeof chosen === 'string' ? chosen : JSON.stringify(chosen, null, 2)}\n`);
};

const follow = async (query: string, args: AskArguments, accessToken: string | undefined): Promise<void> => {
  // Loaded by those who subscribe: a walk is many commands, and each begins anew.
  const [{ createClient }, { WebSocket }] = await Promise.all([import('graphql-ws'), import('ws')]);
  const socket = createClient({
    url: `${args.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...(accessToken && { accessToken }), ...(args.cart && { cart: args.cart }) },
  });
  let seen = 0;
  for await (const event of socket.iterate({ query, variables: args.variables })) {
    if (event.errors) throw new Error(event.errors.map(({ message }) => message).join('\n'));
    show(event.data, args);
    seen += 1;
    if (seen >= args.count) break;
  }
  await socket.dispose();
};

const ask = async (query: string, args: AskArguments, accessToken: string | undefined): Promise<void> => {
  const response = await fetch(`${args.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(args.cart && { 'x-vitrina-cart': args.cart }),
    },
    body: JSON.stringify({ query, variables: args.variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] };
  if (errors) {
    process.stderr.write(`${JSON.stringify(errors, null, 2)}\n`);
    process.exitCode = 1;
  }
  if (args.send && data) await sendByTicket(args.send, data);
  if (data) show(data, args);
};

/** A refused subscription is rejected with its GraphQL errors, a closed socket with what closed it. */
const sentenceOf = (error: unknown): string => {
  if (error instanceof Error) return error.message;
  const { code, reason } = error as { readonly code?: number; readonly reason?: string };
  return reason ? `${reason} (${code})` : JSON.stringify(error, null, 2);
};

try {
  const typed = readArguments(process.argv.slice(2), readLocalConfig().VITRINA_GATEWAY_PORT);
  const args = typed.send ? { ...typed, variables: await announceFile(typed.send, typed.variables) } : typed;
  const query = documentOf(args.operation);
  const accessToken = args.as ? await accessTokenOf(args.as, args.url) : undefined;
  const isSubscription = parse(query).definitions.some(
    (definition) => definition.kind === 'OperationDefinition' && definition.operation === 'subscription',
  );
  await (isSubscription ? follow : ask)(query, args, accessToken);
} catch (error) {
  const refused = (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';
  process.stderr.write(`${refused ? 'No market answers there; start one with "npm start".' : sentenceOf(error)}\n`);
  process.exitCode = 1;
}
