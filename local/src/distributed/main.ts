import { runMarket } from '../market/run-market.ts';
import { tell } from '../market/say.ts';
import { gatewayPorts } from './gateway-ports.ts';

await runMarket({
  ports: (config) => ({
    VITRINA_DISTRIBUTED_BASE_PORT: config.VITRINA_DISTRIBUTED_BASE_PORT,
    // The first one's port is one of every market's own.
    ...Object.fromEntries(
      gatewayPorts(config)
        .slice(1)
        .map((port, index) => [`VITRINA_GATEWAY_PORT (gateway ${index + 2} of VITRINA_GATEWAYS)`, port]),
    ),
  }),
  start: async (config, parts, signal) => {
    const { startDistributedMarket } = await import('./start-market.ts');
    const market = await startDistributedMarket(config, parts.env, tell, signal);
    return { topology: `distributed, ${market.processes.length} processes`, stop: () => market.stop() };
  },
});
