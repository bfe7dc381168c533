import { runWorker } from '@vitrina/platform/hosting';
import { notifications } from './subgraph.ts';

await runWorker(notifications);
