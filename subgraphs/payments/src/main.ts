import { runSubgraph } from '@vitrina/platform/hosting';
import { payments } from './subgraph.ts';

await runSubgraph(payments);
