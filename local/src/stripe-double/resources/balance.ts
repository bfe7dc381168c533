import { balanceOf } from '../balance.ts';
import { listPage, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Work } from '../work.ts';

function retrieveBalance(work: Work, params: Params): object {
  params.done();
  return balanceOf(work);
}

function list(work: Work, params: Params) {
  const type = params.string('type');
  const source = params.string('source');
  const currency = params.string('currency')?.toLowerCase();
  return listPage(
    work,
    params,
    'balance_transaction',
    '/v1/balance_transactions',
    (movement) =>
      (!type || movement.type === type) &&
      (!source || movement.source === source) &&
      (!currency || movement.currency === currency),
  );
}

/** Balances and the movements behind them. */
export const balanceRoutes: readonly Route[] = [
  ['GET', '/v1/balance', retrieveBalance],
  ['GET', '/v1/balance_transactions', list],
  ['GET', '/v1/balance_transactions/:id', retrieveOf('balance_transaction')],
];
