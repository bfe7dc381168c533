/** Thrown when a delivery can never succeed as it is; it is parked at once. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const causesOf = (error: unknown): readonly unknown[] => {
  const chain: unknown[] = [];
  for (
    let current = error;
    current !== undefined && current !== null && chain.length < 8;
    current = current instanceof Error ? current.cause : undefined
  ) {
    chain.push(current);
  }
  return chain;
};

/**
 * True when our own database was away (connection lost, refused or being restarted; PostgreSQL error classes 08 and
 * 57P, postgres.js CONNECT… codes). Such an outage is nobody's poison and uses up no attempt.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  causesOf(error)
    .map(codeOf)
    .some((code) => /^(08...|57P0[1-5]|53300|CONNECTION_.*|CONNECT_TIMEOUT|ECONN.*|EPIPE)$/.test(code));

/** What the operator reads: the messages from the outside in. */
export const describeFailure = (error: unknown): string =>
  causesOf(error)
    .map((cause) => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)))
    .join(' ← ')
    .slice(0, 2_000);
