import type { SubgraphHost } from '@vitrina/platform/subgraph';
import type { SubgraphTransport } from './call.ts';
import { httpTransport } from './http-transport.ts';
import { inProcessTransport } from './in-process-transport.ts';

/** Where a subgraph is: in this process, or at an origin. */
export type SubgraphPlace = { readonly host: SubgraphHost } | { readonly url: string };

export interface OpenTransportsOptions {
  readonly connections: number;
  readonly timeoutMs: number;
  /** Authenticates this gateway on the WebSocket of a subgraph. */
  readonly socketToken: () => Promise<string>;
}

const maxResponseBytes = 32 * 1_048_576;

/** Opens one transport per subgraph. */
export const openTransports = (
  places: Readonly<Record<string, SubgraphPlace>>,
  options: OpenTransportsOptions,
): Map<string, SubgraphTransport> =>
  new Map(
    Object.entries(places).map(([name, place]) => [
      name,
      'host' in place
        ? inProcessTransport(place.host)
        : httpTransport(name, { ...options, url: place.url, maxResponseBytes }),
    ]),
  );
