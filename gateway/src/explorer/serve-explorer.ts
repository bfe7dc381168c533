import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { RegisteredOperation } from '../persisted/registry.ts';

/** Where the bundle is. */
export const explorerDist = fileURLToPath(new URL('../../explorer/dist', import.meta.url));

/** An account of the demo market that the explorer signs in with by one click. */
export interface DemoAccount {
  /** What it shows, e.g. `Seller of "Reading Room"`. */
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

export interface ExplorerOptions {
  /** Absent in production: there are none, and none would be shown. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly operations: readonly RegisteredOperation[];
}

/** Nothing may be loaded from elsewhere; the editor's workers and styles are its own. */
const contentPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'";

/** Serves GraphiQL below `/explorer/`, from the bundle alone. */
export const registerExplorer = async (
  app: FastifyInstance,
  { demoAccounts, operations }: ExplorerOptions,
): Promise<void> => {
  const samples = operations.map(({ room, name, text }) => ({ label: `${room}: ${name}`, text }));
  app.get('/explorer/settings.json', () => ({ accounts: demoAccounts, operations: samples }));
  app.get('/explorer', (_request, reply) => reply.redirect('/explorer/'));
  if (!existsSync(`${explorerDist}/index.html`)) {
    app.get('/explorer/', (_request, reply) =>
      reply
        .code(503)
        .type('text/plain')
        .send('The explorer is not built yet: run "npm run build:explorer" and start again.\n'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: explorerDist,
    prefix: '/explorer/',
    index: 'index.html',
    setHeaders: (reply, path) => {
      reply.header('content-security-policy', contentPolicy);
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
};
