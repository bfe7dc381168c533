import { runSubgraph } from '@vitrina/platform/hosting';
import { seller } from './subgraph.ts';

await runSubgraph(seller);
