import type { z } from 'zod';

/** A wrong environment: names each variable and what was expected, never the value (it may be a secret). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks environment variables once per process. The schema's keys are the variables' names; descriptions
 * (`.describe(...)`) say what was expected and are shown when the start is refused.
 */
export const readConfig = <S extends z.ZodObject>(
  schema: S,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<S> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '?');
    const expected = (schema.shape[name] as z.ZodType | undefined)?.description;
    return `  ${name}: ${issue.message}${expected ? ` (expected: ${expected})` : ''}`;
  });
  throw new ConfigError(
    `The environment does not fit:\n${lines.join('\n')}\nSet these variables and start again; the README lists them all.`,
  );
};
