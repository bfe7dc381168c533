import { runWorker } from '@vitrina/platform/hosting';
import { catalog } from './subgraph.ts';

await runWorker(catalog);
