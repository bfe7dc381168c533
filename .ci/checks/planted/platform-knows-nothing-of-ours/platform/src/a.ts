import { x } from '../../schema/events/b.ts';

export const y = x;
