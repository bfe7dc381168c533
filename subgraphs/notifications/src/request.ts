import type { RequestContext } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

export type Context = RequestContext<Services>;
