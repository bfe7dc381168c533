import model from './data/spam-model.json' with { type: 'json' };
import { factNames, featuresOf, type Reading, readingOf } from './features.ts';

const words: ReadonlyMap<string, number> = new Map(Object.entries(model.words));
const facts: Readonly<Record<string, number>> = model.facts;

/**
 * From which score a text is kept back, between 0 and 1. Chosen by cross-validation on the training part alone:
 * `unasked` texts at the precision the script was asked for, `answered` ones at a stricter one.
 */
export const spamThresholds: Readonly<{ unasked: number; answered: number }> = model.thresholds;

/**
 * How much a text reads like advertising and fraud, 0 to 1: a logistic regression over the words of ./data/spam-model.json
 * and ten facts (links, capitals, emoji …). The weights are made by `src/spam-model/main.ts`, are data, and can be read.
 */
export const spamScore = (text: string, reading: Reading = readingOf(text)): number => {
  const found = featuresOf(reading);
  let sum = model.bias;
  for (const word of found.words) sum += words.get(word) ?? 0;
  for (const name of factNames) sum += (facts[name] ?? 0) * found.facts[name];
  return 1 / (1 + Math.exp(-sum));
};
