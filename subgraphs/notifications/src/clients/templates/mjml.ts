import type { LiquidProblem } from './liquid.ts';

interface MjmlFault {
  readonly line: number;
  readonly message: string;
}

export type CompiledMjml = { readonly html: string } | { readonly problems: readonly LiquidProblem[] };

/**
 * Things no mail needs and mail programs drop or distrust. `mj-include` reads files of ours; the others run, send or move
 * the reader elsewhere.
 */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/<\s*mj-include\b/i, 'mj-include is not allowed: a template is one document.'],
  [
    /<\s*(script|iframe|object|embed|form|input|base|link)\b/i,
    'Scripts, frames, forms and foreign style sheets are not allowed.',
  ],
  [/<\s*meta\b[^>]*http-equiv\s*=\s*["']?refresh/i, 'A mail must not send the reader elsewhere by itself.'],
  [/\son[a-z]+\s*=/i, 'Attributes that run something (onclick …) are not allowed.'],
  [/(href|src)\s*=\s*["']?\s*(javascript|data|vbscript):/i, 'Only http, https and mailto addresses are allowed.'],
];

const lineOf = (source: string, index: number): number => source.slice(0, index).split('\n').length;

const forbiddenIn = (source: string): LiquidProblem[] =>
  forbidden.flatMap(([pattern, message]) => {
    const found = pattern.exec(source);
    return found ? [{ message, line: lineOf(source, found.index), column: null }] : [];
  });

const problemsOf = (error: unknown): readonly LiquidProblem[] => {
  const { errors, message } = error as { readonly errors?: readonly MjmlFault[]; readonly message?: string };
  if (errors) return errors.map((fault) => ({ message: fault.message, line: fault.line, column: null }));
  if (error instanceof Error) return [{ message: message ?? 'It cannot be read.', line: null, column: null }];
  throw error;
};

/** MJML is a large library that only editing needs, so it is loaded when it is. */
const loadMjml = async () => {
  const [core, preset] = await Promise.all([import('mjml-core'), import('mjml-preset-core')]);
  // Both are CommonJS with a default export of their own.
  const unwrap = <T>(module: { readonly default: T | { readonly default: T } }): T =>
    typeof module.default === 'object' && module.default !== null && 'default' in module.default
      ? module.default.default
      : (module.default as T);
  return { mjml2html: unwrap(core), preset: unwrap(preset) };
};

/** Takes blank lines and indentation away: mails are read by programs, and Gmail cuts them at 102 KB. */
const tight = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Makes the HTML of a mail, Liquid left as it stands; or says what is wrong with it, by line. */
export const compileMjml = async (source: string): Promise<CompiledMjml> => {
  const refused = forbiddenIn(source);
  if (refused.length > 0) return { problems: refused };
  const { mjml2html, preset } = await loadMjml();
  try {
    const { html } = await mjml2html(source, {
      presets: [preset],
      validationLevel: 'strict',
      keepComments: false,
      ignoreIncludes: true,
      useMjmlConfigOptions: false,
      // Fonts would be fetched from elsewhere by whoever opens the mail.
      fonts: {},
    } as Parameters<typeof mjml2html>[1]);
    return { html: tight(html) };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
};
