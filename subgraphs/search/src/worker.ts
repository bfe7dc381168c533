import { runWorker } from '@vitrina/platform/hosting';
import { search } from './subgraph.ts';

await runWorker(search);
