import { runWorker } from '@vitrina/platform/hosting';
import { orders } from './subgraph.ts';

await runWorker(orders);
