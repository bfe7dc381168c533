import { runSubgraph } from '@vitrina/platform/hosting';
import { catalog } from './subgraph.ts';

await runSubgraph(catalog);
