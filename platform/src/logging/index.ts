import { trace } from '@opentelemetry/api';
import { type DestinationStream, pino } from 'pino';

/** What the kit and the contexts log through; fields first, then a sentence. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Logger;
}

/** Paths that never reach a log line, whatever object they hang on. */
const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'apiKey',
  'clientSecret',
];
const redact = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Lets the lines of one request be found across processes. */
const traceId = (): object => {
  const span = trace.getActiveSpan();
  return span ? { traceId: span.spanContext().traceId } : {};
};

/** Drizzle ends its messages with the statement's parameters, which may be anybody's data. */
const withoutParameters = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '') : text;

/** What of an error is written: drivers hang whole connections and the row's values on theirs. */
const errorFields = ['type', 'message', 'stack', 'code'] as const;
const serializeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const full: Readonly<Record<string, unknown>> = { ...pino.stdSerializers.err(error) };
  const known = errorFields.filter((name) => name in full).map((name) => [name, withoutParameters(full[name])]);
  // Aggregated errors come with everything they carry; their messages are enough.
  const inner = error instanceof AggregateError ? { aggregateErrors: error.errors.map(String) } : {};
  return { ...Object.fromEntries(known), ...inner };
};

/**
 * Makes the process's structured logger: JSON lines on stderr, with the trace they belong to. `destination` is for
 * tests.
 */
export const createLogger = (
  name: string,
  level: string = process.env.VITRINA_LOG_LEVEL ?? 'info',
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger =>
  pino({ name, level, redact, mixin: traceId, serializers: { err: serializeError }, base: { name } }, destination);

/** Says nothing; for tests that assert on behaviour alone. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLogger,
};
