/** SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator), and what the driver says of a socket. */
const away = /^(08|53|57)|^(CONNECT|ECONN|ETIMEDOUT|ENOTFOUND|EPIPE)/;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** True for a failure of the database as a whole, wrapped or not: no statement is to blame and none helps. */
export const isDatabaseAway = (error: unknown): boolean =>
  away.test(codeOf(error)) || (error instanceof Error && error.cause !== undefined && isDatabaseAway(error.cause));
