import { storableText } from '../storable.ts';
import { causesOf, codeOf } from '../surviving-transaction.ts';

/** Thrown when a delivery can never succeed as it is; it is parked at once. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const outageCodes = /^(08...|57P0[1-5]|53300|25P03|CONNECTION_.*|CONNECT_TIMEOUT)$/;
const socketCodes = /^(ECONN.*|EPIPE|ETIMEDOUT)$/;

/**
 * True when our own database was away (connection lost, refused or being restarted: PostgreSQL error classes 08 and
 * 57P, 53300 too many connections, postgres.js CONNECT… codes). Such an outage is nobody's poison and uses up no attempt.
 * Socket errors count only when they come from the database driver, which adds the query: a callee may refuse too.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  causesOf(error).some((cause) => {
    const code = codeOf(cause);
    const fromDriver = typeof cause === 'object' && cause !== null && 'query' in cause;
    return outageCodes.test(code) || (fromDriver && socketCodes.test(code));
  });

/** Drizzle puts a failed statement's parameters into its message; they may be somebody's address. */
const withoutParameters = (message: string): string => message.split('\nparams: ')[0] ?? '';

/** What the operator reads: the messages from the outside in, without the values of statements. */
export const describeFailure = (error: unknown): string =>
  storableText(
    causesOf(error)
      .map((cause) => (cause instanceof Error ? `${cause.name}: ${withoutParameters(cause.message)}` : String(cause)))
      .join(' ← ')
      .slice(0, 2_000),
  );
