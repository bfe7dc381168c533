import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import { newAddress } from '../shapes/address.ts';
import { newCustomer } from '../shapes/customer.ts';
import type { Customer } from '../shapes/index.ts';
import { emit, type Work } from '../work.ts';

function readDetails(params: Params, current: Partial<Customer>): Partial<Customer> {
  const address = params.record('address');
  return {
    address: address ? newAddress(address) : (current.address ?? null),
    description: params.string('description') ?? current.description ?? null,
    email: params.string('email', 512) ?? current.email ?? null,
    metadata: params.metadata(current.metadata),
    name: params.string('name', 256) ?? current.name ?? null,
    phone: params.string('phone', 20) ?? current.phone ?? null,
    preferred_locales: params.list('preferred_locales') ?? current.preferred_locales ?? [],
    shipping: params.record('shipping') ?? current.shipping ?? null,
  };
}

function readDefaultMethod(params: Params): string | undefined {
  return params.group('invoice_settings').string('default_payment_method');
}

function withDefaultMethod(work: Work, customer: Customer, methodId: string | undefined): Customer {
  if (!methodId) return customer;
  const method = work.tx.require('payment_method', methodId, 'invoice_settings[default_payment_method]');
  return { ...customer, invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id } };
}

function create(work: Work, params: Params): Customer {
  const details = readDetails(params, {});
  const defaultMethod = readDefaultMethod(params);
  params.done();
  const customer = work.tx.put(withDefaultMethod(work, newCustomer(details), defaultMethod));
  emit(work, 'customer.created', customer);
  return customer;
}

function update(work: Work, params: Params, id: string): Customer {
  const current = work.tx.require('customer', id);
  const details = readDetails(params, current);
  const defaultMethod = readDefaultMethod(params);
  params.done();
  const customer = work.tx.put(withDefaultMethod(work, { ...current, ...details }, defaultMethod));
  emit(work, 'customer.updated', customer);
  return customer;
}

/** Deleting a customer also detaches the saved payment methods. */
function remove(work: Work, params: Params, id: string): object {
  params.done();
  const customer = work.tx.require('customer', id);
  for (const { object: method } of [...work.tx.all('payment_method')]) {
    if (method.customer === id) work.tx.put({ ...method, customer: null }, { hidden: { spent: 'yes' } });
  }
  work.tx.remove(id);
  emit(work, 'customer.deleted', customer);
  return { id, object: 'customer', deleted: true };
}

/** Buyers. */
export const customerRoutes: readonly Route[] = [
  ['POST', '/v1/customers', create],
  ['GET', '/v1/customers', listOf('customer', '/v1/customers', 'email')],
  ['GET', '/v1/customers/:id', retrieveOf('customer')],
  ['POST', '/v1/customers/:id', update],
  ['DELETE', '/v1/customers/:id', remove],
];
