import { factNames, featuresOf, readingOf, type TextFeatures } from '../domain/spam/features.ts';
import type { Labelled } from './corpora.ts';

/** Settings of the training; changed only together with a new model file. */
export const settings = { steps: 300, rate: 0.05, ridge: 1.5, leastTexts: 3, mostWords: 500 } as const;

/** A logistic regression over named features; facts are named `#links` and the like, words by themselves. */
export interface Weights {
  readonly bias: number;
  readonly byName: ReadonlyMap<string, number>;
}

type Row = readonly (readonly [name: string, value: number])[];

/** The features of a text by name, those at 0 left out. */
const rowOf = ({ words, facts }: TextFeatures): Row => [
  ...[...words].map((word) => [word, 1] as const),
  ...factNames.filter((name) => facts[name] > 0).map((name) => [`#${name}`, facts[name]] as const),
];

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The probability that a text is spam. */
export const scoreWith = (weights: Weights, text: string): number =>
  sigmoid(
    rowOf(featuresOf(readingOf(text))).reduce(
      (sum, [name, value]) => sum + (weights.byName.get(name) ?? 0) * value,
      weights.bias,
    ),
  );

/** One step of Adam (Kingma and Ba, 2015) per weight, with its usual constants. */
const adam = (size: number) => {
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  return (weights: Float64Array, slopes: Float64Array, step: number): void => {
    for (let at = 0; at < size; at += 1) {
      const slope = slopes[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const steady = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step));
      weights[at] = (weights[at] ?? 0) - (settings.rate * steady) / (spread + 1e-8);
    }
  };
};

/**
 * Minimises the weighted log loss plus ridge over all examples at once. The bias, which comes last, has no ridge; spam is
 * weighed up by the root of its rarity, so that short lists of it are not drowned.
 */
const fit = (rows: readonly Row[], labels: readonly boolean[], names: readonly string[]): Weights => {
  const place = new Map(names.map((name, at) => [name, at]));
  const indexed = rows.map((row) =>
    row.flatMap(([name, value]) => (place.has(name) ? [[place.get(name) ?? 0, value] as const] : [])),
  );
  const weights = new Float64Array(names.length + 1);
  const improve = adam(weights.length);
  const spam = labels.filter(Boolean).length;
  const emphasis = Math.sqrt((labels.length - spam) / Math.max(spam, 1));
  for (let step = 1; step <= settings.steps; step += 1) {
    const slopes = weights.map((weight, at) => (at === names.length ? 0 : settings.ridge * weight));
    indexed.forEach((row, at) => {
      const sum = row.reduce(
        (total, [index, value]) => total + (weights[index] ?? 0) * value,
        weights[names.length] ?? 0,
      );
      const error = (sigmoid(sum) - (labels[at] ? 1 : 0)) * (labels[at] ? emphasis : 1);
      for (const [index, value] of row) slopes[index] = (slopes[index] ?? 0) + error * value;
      slopes[names.length] = (slopes[names.length] ?? 0) + error;
    });
    improve(weights, slopes, step);
  }
  return { bias: weights[names.length] ?? 0, byName: new Map(names.map((name, at) => [name, weights[at] ?? 0])) };
};

/** Learns weights from labelled texts: once over every word used often enough, then again over those that matter. */
export const train = (texts: readonly Labelled[]): Weights => {
  const rows = texts.map(({ text }) => rowOf(featuresOf(readingOf(text))));
  const labels = texts.map(({ isSpam }) => isSpam);
  const uses = new Map<string, number>();
  for (const row of rows) for (const [name] of row) uses.set(name, (uses.get(name) ?? 0) + 1);
  const facts = factNames.map((name) => `#${name}`);
  const frequent = [...uses]
    .filter(([name, texts]) => texts >= settings.leastTexts && !name.startsWith('#'))
    .map(([name]) => name);
  const first = fit(rows, labels, [...facts, ...frequent.sort()]);
  const telling = frequent
    .map((name) => [name, Math.abs(first.byName.get(name) ?? 0)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, settings.mostWords);
  return fit(rows, labels, [...facts, ...telling.map(([name]) => name).sort()]);
};
