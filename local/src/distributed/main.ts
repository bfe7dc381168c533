import { runMarket } from '../market/run-market.ts';
import { tell } from '../market/say.ts';

await runMarket({
  ports: (config) => ({ VITRINA_DISTRIBUTED_BASE_PORT: config.VITRINA_DISTRIBUTED_BASE_PORT }),
  start: async (config, parts) => {
    const { startDistributedMarket } = await import('./start-market.ts');
    const market = await startDistributedMarket(config, parts.env, tell);
    return { topology: `distributed, ${market.processes.length} processes`, stop: () => market.stop() };
  },
});
