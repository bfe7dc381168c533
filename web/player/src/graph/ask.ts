import type { Operation } from './operations.ts';

/** The graph did not give what was asked. */
export class GraphFailed extends Error {
  override readonly name = 'GraphFailed';
}

/** Body of a request for a registered operation (automatic persisted queries' form, without the text). */
export const bodyOf = ({ name, hash }: Operation, variables: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    operationName: name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  });

/** Asks the graph; rejects with {@link GraphFailed} on an error in the answer, with TypeError when there is no answer. */
export const ask = async (
  endpoint: string,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(operation, variables),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: readonly { message: string }[] };
  const [error] = answer.errors ?? [];
  if (error) throw new GraphFailed(`${operation.name}: ${error.message}`);
  return answer.data;
};
