import { runSubgraph } from '@vitrina/platform/hosting';
import { identity } from './subgraph.ts';

await runSubgraph(identity);
