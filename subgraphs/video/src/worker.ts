import { runWorker } from '@vitrina/platform/hosting';
import { video } from './subgraph.ts';

await runWorker(video);
