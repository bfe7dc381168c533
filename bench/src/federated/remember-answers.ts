// A process: stands in front of running subgraphs and answers from memory what one of them has answered before, byte for
// byte, so that a gateway in front of it is measured and not the databases behind.
import { createServer, type IncomingMessage } from 'node:http';
import { Pool } from 'undici';

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Starts a stand-in for one subgraph and gives its origin. */
const standIn = (origin: string): Promise<string> => {
  const pool = new Pool(origin, { connections: 8 });
  const known = new Map<string, Answer>();
  const ask = async (request: IncomingMessage, body: Buffer): Promise<Answer> => {
    const { authorization, 'x-vitrina-meta': meta } = request.headers;
    const answer = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, 'x-vitrina-meta': meta },
      body,
    });
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  };
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const key = body.toString('latin1');
    const answer = known.get(key) ?? (await ask(request, body));
    // An error may pass, so it is not remembered.
    if (answer.status === 200 && !answer.body.includes('"errors"')) known.set(key, answer);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': answer.body.length,
    });
    response.end(answer.body);
  });
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}`);
    });
  });
};

const subgraphs = JSON.parse(process.argv[2] ?? '[]') as [string, string][];
const stands: [string, string][] = [];
for (const [name, origin] of subgraphs) stands.push([name, await standIn(origin)]);
process.send?.(stands);
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
