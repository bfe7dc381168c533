import { x } from '../../subgraphs/orders/src/usecases/b.ts';

export const y = x;
