import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** What resolvers of this context get. */
export type Context = RequestContext<Services>;
