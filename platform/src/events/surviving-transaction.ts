import type postgres from 'postgres';
import { causesOf, codeOf } from '../database/index.ts';

const lostConnectionCodes: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  '57P01', // admin_shutdown: the server is being stopped, or an administrator ended the session
  '57P02', // crash_shutdown
  '25P03', // idle_in_transaction_session_timeout
]);

const never = new Promise<never>(() => {});

/**
 * A transaction that fails, instead of ending the process, when its connection dies. Two traps of postgres.js 3.4
 * (https://github.com/porsager/postgres/issues/1208 and /pull/1155) are kept away from `work`:
 * - A failed callback is answered with a ROLLBACK, and writing that to a socket that is gone is an uncaught exception.
 *   A callback whose connection is lost therefore never settles; the driver rejects the transaction by itself.
 * - A statement sent after the end lands on whatever the connection does by then. `work` gets a loan of the transaction
 *   that ends with it; late statements throw.
 */
export const survivingTransaction = async <T, X extends object>(
  begin: (work: (tx: X) => Promise<T>) => Promise<T>,
  work: (tx: X) => Promise<T>,
): Promise<T> => {
  let over = false;
  let endLoan = (): void => {};
  try {
    return await begin((tx) => {
      const loan = Proxy.revocable(tx, {});
      endLoan = loan.revoke;
      return work(loan.proxy).catch((error: unknown) => {
        if (over || causesOf(error).some((cause) => lostConnectionCodes.has(codeOf(cause)))) return never;
        throw error;
      });
    });
  } finally {
    over = true;
    endLoan();
  }
};

/** The same for a transaction on postgres.js itself. */
export const begin = <T>(client: postgres.Sql, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> =>
  survivingTransaction<T, postgres.TransactionSql>(async (scope) => (await client.begin(scope)) as T, work);
