/** How a bench was asked to run. */
export interface RunOptions {
  /** Short rounds over little data: shows that the bench works, not what the market can do. */
  readonly quick: boolean;
  /** Says what is happening, on stderr. */
  readonly tell: (step: string) => void;
  /** Prints a line of figures, on stdout. */
  readonly print: (line: string) => void;
}

/** One thing that was to be reached. */
export interface Verdict {
  readonly what: string;
  readonly reached: boolean;
}

/** One measurement. Wrong data or a single failed request is thrown, never reported as a figure. */
export interface Bench {
  readonly name: string;
  /** One sentence: what it proves. */
  readonly proves: string;
  run(options: RunOptions): Promise<readonly Verdict[]>;
}

/** Answers were wrong, so figures would mean nothing. */
export class BenchFailed extends Error {
  override readonly name = 'BenchFailed';
}
