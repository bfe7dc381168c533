import { runSubgraph } from '@vitrina/platform/hosting';
import { notifications } from './subgraph.ts';

await runSubgraph(notifications);
