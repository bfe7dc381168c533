import { x } from '../../platform/src/b.ts';

export const y = x;
