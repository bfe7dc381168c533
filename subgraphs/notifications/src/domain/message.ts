import type { Facts } from './template/contract.ts';

/** Facts a text is made of, as a run keeps them; all of them survive JSON. `template/facts.ts` says what each kind has. */
export type Params = Facts;
