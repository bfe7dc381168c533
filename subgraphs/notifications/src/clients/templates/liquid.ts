import { Context, type Emitter, Liquid, LiquidError, type Template, toValueSync } from 'liquidjs';
import type { Facts, TemplateLocale } from '../../domain/template/contract.ts';
import { formats, type Reader } from './formats.ts';

/** What templates may use; everything else of Liquid (files, dates of the server's zone, unescaped output) is left out. */
const filters = new Set(
  'append prepend capitalize upcase downcase default escape first last join size plus minus times divided_by round slice split strip truncate truncatewords replace url_encode money plural'.split(
    ' ',
  ),
);
const tags = new Set('assign capture case comment for if unless break continue raw else'.split(' '));

/** Longer sources than any mail program would show. */
const maxSourceBytes = 120_000;
const limits = { parseLimit: maxSourceBytes, renderLimit: 250, memoryLimit: 1_000_000 } as const;
/** So many tags and outputs are written by one render, loops included. */
const templateLimit = 20_000;

const createEngine = (html: boolean): Liquid => {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    templates: {},
    ...limits,
    ...(html && { outputEscape: 'escape' as const }),
  });
  for (const [name, format] of Object.entries(formats)) engine.registerFilter(name, format);
  for (const name of Object.keys(engine.filters)) if (!filters.has(name)) delete engine.filters[name];
  for (const name of Object.keys(engine.tags)) if (!tags.has(name)) delete engine.tags[name];
  return engine;
};

const engines = { text: createEngine(false), html: createEngine(true) } as const;

/** What may be wrong with a source, and where; `line` and `column` count from 1. */
export interface LiquidProblem {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A source that cannot be read or written. */
export class LiquidFailure extends Error {
  override readonly name = 'LiquidFailure';
  readonly problem: LiquidProblem;

  constructor(problem: LiquidProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A source that was read, to be written as often as wanted. */
export interface ParsedLiquid {
  readonly html: boolean;
  readonly templates: Template[];
}

/** liquidjs ends its sentences with the place, which is told separately. */
const failureOf = (error: unknown): LiquidFailure => {
  if (error instanceof LiquidFailure) return error;
  if (!(error instanceof Error)) throw error;
  const token = error instanceof LiquidError || 'token' in error ? (error as LiquidError).token : undefined;
  const [line = null, column = null] = token?.getPosition() ?? [];
  const message = error.message.replace(/(, (line|col|file):?\s?\S+)+$/g, '');
  return new LiquidFailure({ message, line, column });
};

/** Reads a source; throws {@link LiquidFailure}. HTML escapes every output, text does not. */
export const parseLiquid = (source: string, kind: 'text' | 'html'): ParsedLiquid => {
  try {
    return { html: kind === 'html', templates: engines[kind].parse(source) };
  } catch (error) {
    throw failureOf(error);
  }
};

/** Where a source uses something nobody gives it. Names set by the template itself are its own. */
export const unknownVariables = ({ html, templates }: ParsedLiquid, known: ReadonlySet<string>): LiquidProblem[] => {
  const { globals } = engines[html ? 'html' : 'text'].analyzeSync(templates, { partials: false });
  return Object.values(globals)
    .flat()
    .filter(({ segments }) => !known.has(String(segments[0])))
    .map((variable) => ({
      message: `"${variable}" is not a variable of this message. It knows: ${[...known].join(', ') || 'none'}.`,
      line: variable.location.row,
      column: variable.location.col,
    }));
};

/** Ends a render that writes more than its message may hold. */
const boundedEmitter = (maxCharacters: number): Emitter => {
  let buffer = '';
  return {
    get buffer() {
      return buffer;
    },
    write: (written: unknown) => {
      buffer += written === null || written === undefined ? '' : String(written);
      if (buffer.length > maxCharacters)
        throw new LiquidFailure({
          message: `It writes more than ${maxCharacters} characters.`,
          line: null,
          column: null,
        });
    },
  } as Emitter;
};

/** Writes a source with these facts for this reader; throws {@link LiquidFailure}, at the latest after a quarter of a second. */
export const renderLiquid = (
  { html, templates }: ParsedLiquid,
  facts: Facts,
  { locale, maxCharacters }: { readonly locale: TemplateLocale; readonly maxCharacters: number },
): string => {
  const engine = engines[html ? 'html' : 'text'];
  const reader: Reader = { locale };
  try {
    const context = new Context(facts, engine.options, { sync: true, globals: { reader }, templateLimit });
    const emitter = boundedEmitter(maxCharacters);
    toValueSync(engine.renderer.renderTemplates(templates, context, emitter));
    return emitter.buffer;
  } catch (error) {
    throw failureOf(error);
  }
};
