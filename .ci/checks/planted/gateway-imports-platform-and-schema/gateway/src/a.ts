import { x } from '../../subgraphs/orders/src/subgraph.ts';

export const y = x;
