import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** Context of this subgraph's resolvers. */
export type Context = RequestContext<Services>;
