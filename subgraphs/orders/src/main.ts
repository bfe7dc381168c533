import { runSubgraph } from '@vitrina/platform/hosting';
import { orders } from './subgraph.ts';

await runSubgraph(orders);
