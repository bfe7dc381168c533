import { x } from '../../../catalog/src/queries/b.ts';

export const y = x;
