import { x } from '../store/b.ts';

export const y = x;
