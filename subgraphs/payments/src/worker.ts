import { runWorker } from '@vitrina/platform/hosting';
import { payments } from './subgraph.ts';

await runWorker(payments);
