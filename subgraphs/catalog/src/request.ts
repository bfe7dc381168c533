import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** What every resolver of this context gets. */
export type Context = RequestContext<Services>;
