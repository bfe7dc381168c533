import { runWorker } from '@vitrina/platform/hosting';
import { identity } from './subgraph.ts';

await runWorker(identity);
