import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the double says about one intent. */
export interface BookedIntent {
  readonly id: string;
  readonly status: string;
  readonly timesCharged: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
}

/** The market's own double of Stripe, running as a process of its own: what it books is what really happened. */
export interface RunningDouble {
  readonly url: string;
  control<T = unknown>(method: string, path: string, body?: object): Promise<T>;
  intents(): Promise<readonly BookedIntent[]>;
  /** The next matching request goes wrong. A broken connection breaks twice, for the SDK tries a second time by itself. */
  fault(path: string, fault: Fault, more?: { readonly method?: string; readonly count?: number }): Promise<void>;
  webhookMode(rule: object): Promise<void>;
  authenticate(intentId: string, outcome: 'approve' | 'fail'): Promise<void>;
  /** Waits until every webhook has been taken in; throws when that takes longer than 25 s. */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

/** What goes wrong, in the words of the double's control API. */
export interface Fault {
  readonly kind: string;
  readonly by?: 'drop' | 'hang';
  readonly effect?: string;
  readonly stored?: boolean;
}

export const webhookSecret = 'whsec_payments_test';
const doubleModule = new URL('../../../local/src/stripe-double/index.ts', import.meta.url).href;

/** The double is started by path, in another process: contexts import nothing of other rooms. */
const launch = async (webhookUrl: string): Promise<{ child: ChildProcess; url: string }> => {
  const options = JSON.stringify({ port: 0, webhook: { url: webhookUrl, secret: webhookSecret } });
  const script = `import { startStripeDouble } from ${JSON.stringify(doubleModule)};
    const double = await startStripeDouble(${options});
    console.log(double.url);
    process.stdin.resume().on('end', () => process.exit(0));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
};

/** A server for the double's webhooks; `handle` answers with a status. */
export const webhookServer = async (
  handle: (body: Buffer, signature: string) => Promise<number>,
): Promise<{ url: string; server: Server }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = await handle(Buffer.concat(chunks), String(request.headers['stripe-signature'])).catch(() => 500);
    response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`, server };
};

export const startDouble = async (webhookUrl: string): Promise<RunningDouble> => {
  const { child, url } = await launch(webhookUrl);
  const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/_control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    url,
    control,
    intents: async () => (await control<{ intents: BookedIntent[] }>('GET', 'books')).intents,
    fault: async (path, fault, { count = 1, ...more } = {}) =>
      void (await control('POST', 'faults', { path, fault, ...more, count: fault.by === 'drop' ? 2 * count : count })),
    webhookMode: async (rule) => void (await control('POST', 'webhooks/modes', rule)),
    authenticate: async (intentId, outcome) => void (await control('POST', `authentications/${intentId}`, { outcome })),
    whenIdle: async () => {
      const { idle } = await control<{ idle: boolean }>('GET', 'webhooks/idle?timeoutMs=25000');
      if (!idle) throw new Error('The double still has webhooks to deliver after 25 seconds.');
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
};
