import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** What a resolver of payments gets as its context. */
export type Context = RequestContext<Services>;
