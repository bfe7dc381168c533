import { Pool } from 'undici';
import { BenchFailed } from '../bench.ts';

/** One operation that is sent again and again with different variables. */
export interface GraphQLTarget {
  readonly origin: string;
  readonly connections: number;
  readonly query: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  /** Asked before each request: tokens of 60 seconds are renewed on the way. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** A client whose every answer has to be, byte for byte, the first one to the same variables. */
export interface SteadyClient {
  /** The data of the first answers, in the order of the variables. */
  readonly data: readonly unknown[];
  /** Asks for the next page in turn. */
  ask(): Promise<void>;
  close(): Promise<void>;
}

const dataOf = (origin: string, text: string): unknown => {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors || !data) throw new BenchFailed(`${origin} answered with errors: ${text.slice(0, 2_000)}`);
  return data;
};

/** Opens the client and asks for each page once; an answer with errors is refused then and later. */
export const steadyClient = async (target: GraphQLTarget): Promise<SteadyClient> => {
  const { origin, query, connections, variables } = target;
  const pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 60_000 });
  const bodies = variables.map((one) => JSON.stringify({ query, variables: one }));
  const send = async (index: number): Promise<string> => {
    const answer = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...target.headers?.() },
      body: bodies[index] ?? '',
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new BenchFailed(`${origin} answered ${answer.statusCode}: ${text}`);
    return text;
  };
  const first: string[] = [];
  for (const index of bodies.keys()) first.push(await send(index));
  let turn = 0;
  return {
    data: first.map((text) => dataOf(origin, text)),
    ask: async () => {
      turn = (turn + 1) % bodies.length;
      const index = turn;
      const text = await send(index);
      if (text !== first[index])
        throw new BenchFailed(
          `${origin} answered differently: ${text.slice(0, 500)}\nfirst: ${first[index]?.slice(0, 500)}`,
        );
    },
    close: () => pool.close(),
  };
};
