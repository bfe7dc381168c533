import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { playerDist, readPlayerAssets } from './player-assets.ts';

const immutable = 'public, max-age=31536000, immutable';

/**
 * Serves the player below `/assets/`: its modules, named by their content and kept by browsers for a year, and two
 * addresses that never change: `player.json` says what the modules are called now, `player.js` stands for the first of
 * them, for pages that are written by hand. Other origins may load them: shops put the player on their own pages.
 */
export const registerPlayer = async (app: FastifyInstance): Promise<void> => {
  const assets = readPlayerAssets();
  if (!assets) {
    app.get('/assets/*', (_request, reply) =>
      reply
        .code(503)
        .type('text/plain')
        .send('The player is not built yet: run "npm run build:player" and start again.\n'),
    );
    return;
  }
  const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };
  app.get('/assets/player.json', (_request, reply) => reply.headers(open).send(assets));
  app.get('/assets/player.js', (_request, reply) =>
    reply.headers(open).type('text/javascript').send(`export * from '${assets.entry}';\n`),
  );
  await app.register(fastifyStatic, {
    root: `${playerDist}/assets`,
    prefix: '/assets/',
    index: false,
    // The explorer's plug-in decorates the reply already.
    decorateReply: false,
    preCompressed: true,
    setHeaders: (reply) => {
      reply.header('cache-control', immutable);
      reply.header('access-control-allow-origin', '*');
    },
  });
};
