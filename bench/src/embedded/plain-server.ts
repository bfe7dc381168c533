// A process: one plain Apollo Server over the same databases, with the same resolvers and loaders as the contexts.
import { readFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { anonymous } from '@vitrina/platform/auth';
import { fastify } from 'fastify';
import { bootContexts } from '../market/boot-contexts.ts';
import { type PlainContext, plainContext, plainSchema } from './plain-schema.ts';

const [postgresUrl = '', names = ''] = process.argv.slice(2);
const booted = await bootContexts(postgresUrl, names.split(','));
const owned: Readonly<Record<string, readonly string[]>> = {
  catalog: ['Product', 'ProductVariant', 'Category'],
  seller: ['Shop'],
};
const parts = [...booted.running.values()].map(({ host, services, definition }) => ({
  host,
  services,
  owns: new Set(owned[definition.name] ?? []),
}));
const apiSdl = await readFile(new URL('../../../schema/api.graphql', import.meta.url), 'utf8');
const app = fastify();
const server = new ApolloServer<PlainContext>({
  schema: plainSchema(apiSdl, parts),
  // Without its cache-control plug-in it is about 1.4 times as fast; the peer runs at its best.
  plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()],
  introspection: false,
});
await server.start();
app.route({
  url: '/graphql',
  method: ['POST'],
  handler: fastifyApolloHandler(server, { context: async () => plainContext(anonymous) }),
});
process.send?.({ ready: await app.listen({ host: '127.0.0.1', port: 0 }) });
for (const signal of ['SIGTERM', 'disconnect'] as const) {
  process.once(signal, async () => {
    await app.close();
    await booted.stop();
    process.exit(0);
  });
}
