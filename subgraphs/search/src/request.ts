import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** What this context's resolvers get. */
export type Context = RequestContext<Services>;
