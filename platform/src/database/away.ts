/** An error and what caused it, outermost first. */
export const causesOf = (error: unknown): readonly unknown[] => {
  const chain: unknown[] = [];
  let current = error;
  while (current !== undefined && current !== null && chain.length < 8) {
    chain.push(current);
    current = current instanceof Error ? current.cause : undefined;
  }
  return chain;
};

/** The `code` of an error, or an empty string. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

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

/** True when the server could not write because its disk or its memory is used up (SQLSTATE 53100 and 53200). */
export const isDatabaseFull = (error: unknown): boolean =>
  causesOf(error).some((cause) => ['53100', '53200'].includes(codeOf(cause)));

/**
 * True when our own database is away or cannot write: what was tried is not to blame, and another piece of work would
 * have failed as well. It passes by itself or when an operator makes room, so it uses up nobody's attempts.
 */
export const isDatabaseOutage = (error: unknown): boolean => isDatabaseAway(error) || isDatabaseFull(error);

/** True when the server gave this transaction up so that another one could go on (SQLSTATE 40P01): done again it succeeds. */
export const isDeadlock = (error: unknown): boolean => causesOf(error).some((cause) => codeOf(cause) === '40P01');
