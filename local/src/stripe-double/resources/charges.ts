import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Charge } from '../shapes/index.ts';
import { emit, type Work } from '../work.ts';

function update(work: Work, params: Params, id: string): Charge {
  const charge = work.tx.require('charge', id);
  const description = params.string('description') ?? charge.description;
  const metadata = params.metadata(charge.metadata);
  const transferGroup = params.string('transfer_group') ?? charge.transfer_group;
  params.done();
  const updated = work.tx.put<Charge>({ ...charge, description, metadata, transfer_group: transferGroup });
  emit(work, 'charge.updated', updated);
  return updated;
}

/** Charges are made by payment intents only; the old direct endpoint is not served. */
export const chargeRoutes: readonly Route[] = [
  ['GET', '/v1/charges', listOf('charge', '/v1/charges', 'customer', 'payment_intent', 'transfer_group')],
  ['GET', '/v1/charges/:id', retrieveOf('charge')],
  ['POST', '/v1/charges/:id', update],
];
