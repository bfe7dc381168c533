import { runSubgraph } from '@vitrina/platform/hosting';
import { messaging } from './subgraph.ts';

await runSubgraph(messaging);
