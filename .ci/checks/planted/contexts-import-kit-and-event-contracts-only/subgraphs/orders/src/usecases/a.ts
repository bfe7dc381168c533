import { x } from '../../../../gateway/src/b.ts';

export const y = x;
