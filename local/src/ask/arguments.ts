import { parseArgs } from 'node:util';

export const usage = `Usage: npm run -s ask -- OPERATION ['{"variables": …}'] [--as buyer|owner|admin|…] [--cart SECRET] [--pick a.b.0.c] [--count N] [--send FILE]

  OPERATION   a registered operation by name (schema/operations), or a document such as '{ viewer { displayName } }'
  --as        a demo account, by the part of its address before the @; nobody when left out
  --cart      a guest's cart secret
  --pick      prints one value of the answer, for shell variables
  --count     ends a subscription after so many events; without it, Ctrl-C does
  --send      a file for a mutation that opens an upload: its name and size go into "input", its bytes to the ticket, by tus
  --url       another gateway than the one of this machine, at VITRINA_GATEWAY_PORT or 4000`;

/** What a person typed, checked. */
export interface AskArguments {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly as: string | undefined;
  readonly cart: string | undefined;
  readonly pick: readonly string[] | undefined;
  readonly count: number;
  /** File to send by the ticket in the answer. */
  readonly send: string | undefined;
  readonly url: string;
}

/** Reads the command line; anything that does not fit is an error that shows the usage. */
export const readArguments = (args: readonly string[], gatewayPort = 4_000): AskArguments => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      cart: { type: 'string' },
      pick: { type: 'string' },
      count: { type: 'string', default: '0' },
      send: { type: 'string' },
      url: { type: 'string', default: `http://127.0.0.1:${gatewayPort}` },
    },
  });
  const [operation, variables = '{}', ...rest] = positionals;
  if (!operation || rest.length > 0) throw new Error(usage);
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 0) throw new Error(`--count takes a whole number.\n${usage}`);
  return {
    operation,
    variables: JSON.parse(variables) as Record<string, unknown>,
    as: values.as,
    cart: values.cart,
    pick: values.pick?.split('.'),
    count: count === 0 ? Number.POSITIVE_INFINITY : count,
    send: values.send,
    url: values.url,
  };
};

/** Follows a path of names and indexes into an answer. */
export const pickFrom = (answer: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], answer);
