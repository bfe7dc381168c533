import { runWorker } from '@vitrina/platform/hosting';
import { seller } from './subgraph.ts';

await runWorker(seller);
