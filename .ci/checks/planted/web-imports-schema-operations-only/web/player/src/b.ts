import { x } from '../../../gateway/src/a.ts';

export const y = x;
