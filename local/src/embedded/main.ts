import { runMarket } from '../market/run-market.ts';
import { tell } from '../market/say.ts';

const load = () => import('./start-market.ts');

/** Settled once the market is open, or its start has failed and was explained. */
export const opened = runMarket({
  load,
  start: async (_config, parts, signal) => {
    const { startEmbeddedMarket } = await load();
    const market = await startEmbeddedMarket(parts.env, tell, signal);
    return { topology: 'embedded, one process', stop: () => market.stop() };
  },
});
