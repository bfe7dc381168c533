import { listPage } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Charge } from '../shapes/index.ts';
import { emit, type Work } from '../work.ts';

function retrieve(work: Work, params: Params, id: string): Charge {
  params.done();
  return work.tx.require('charge', id);
}

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

function list(work: Work, params: Params) {
  const customer = params.string('customer');
  const intent = params.string('payment_intent');
  const group = params.string('transfer_group');
  return listPage(
    work,
    params,
    'charge',
    '/v1/charges',
    (charge) =>
      (!customer || charge.customer === customer) &&
      (!intent || charge.payment_intent === intent) &&
      (!group || charge.transfer_group === group),
  );
}

/** Charges are made by payment intents only; the old direct endpoint is not served. */
export const chargeRoutes: readonly Route[] = [
  ['GET', '/v1/charges', list],
  ['GET', '/v1/charges/:id', retrieve],
  ['POST', '/v1/charges/:id', update],
];
