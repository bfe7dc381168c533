import { storableText } from '../text/index.ts';
import { causesOf } from './away.ts';

/** Drizzle puts a failed statement's parameters into its message; they may be somebody's address. */
const withoutParameters = (message: string): string => message.split('\nparams: ')[0] ?? '';

/** What the operator reads: the messages from the outside in, without the values of statements, fit to be stored. */
export const describeFailure = (error: unknown): string =>
  storableText(
    causesOf(error)
      .map((cause) => (cause instanceof Error ? `${cause.name}: ${withoutParameters(cause.message)}` : String(cause)))
      .join(' ← ')
      .slice(0, 2_000),
  );
