import { x } from './testing/b.ts';

export const y = x;
