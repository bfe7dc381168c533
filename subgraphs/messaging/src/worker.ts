import { runWorker } from '@vitrina/platform/hosting';
import { messaging } from './subgraph.ts';

await runWorker(messaging);
