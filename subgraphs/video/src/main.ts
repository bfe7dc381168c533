import { runSubgraph } from '@vitrina/platform/hosting';
import { video } from './subgraph.ts';

await runSubgraph(video);
