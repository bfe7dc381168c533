import type { Bench } from './bench.ts';
import { checkoutBench } from './checkout/checkout.bench.ts';
import { embedded } from './embedded/embedded.bench.ts';
import { federated } from './federated/federated.bench.ts';
import { ledger } from './ledger/ledger.bench.ts';
import { reservations } from './reservations/reservations.bench.ts';

/** Every bench, by name. */
export const benches: readonly Bench[] = [federated, embedded, reservations, checkoutBench, ledger];
