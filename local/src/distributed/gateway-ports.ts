import type { LocalConfig } from '../market/local-config.ts';

/** Where the gateways listen: the first one's port and those that follow it. */
export const gatewayPorts = (config: LocalConfig): number[] =>
  Array.from({ length: config.VITRINA_GATEWAYS }, (_, index) => config.VITRINA_GATEWAY_PORT + index);
