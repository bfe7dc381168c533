import { runSubgraph } from '@vitrina/platform/hosting';
import { search } from './subgraph.ts';

await runSubgraph(search);
