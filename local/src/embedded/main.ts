import { runMarket } from '../market/run-market.ts';
import { tell } from '../market/say.ts';

await runMarket({
  start: async (_config, parts) => {
    // Loaded here: a start that is refused should not take the seconds all contexts need to load.
    const { startEmbeddedMarket } = await import('./start-market.ts');
    const market = await startEmbeddedMarket(parts.env, tell);
    return { topology: 'embedded, one process', stop: () => market.stop() };
  },
});
