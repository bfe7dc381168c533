/**
 * Makes the weights of the spam score: `VITRINA_DATA_DIR=… npx tsx subgraphs/messaging/src/spam-model/main.ts`. Only the
 * training part of the corpora is read; thresholds come from five-fold cross-validation within it. The same corpora
 * give the same file.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factNames } from '../domain/spam/features.ts';
import { isHeldOut, type Labelled, ordinaryTalk, readCorpora } from './corpora.ts';
import { thresholdFor } from './measure.ts';
import { scoreWith, train, type Weights } from './train.ts';

const folds = 5;
const target = fileURLToPath(new URL('../domain/spam/data/spam-model.json', import.meta.url));
const rounded = (weight: number): number => Math.round(weight * 1000) / 1000;

const crossValidated = (texts: readonly Labelled[], ordinary: readonly Labelled[]) =>
  Array.from({ length: folds }, (_, fold) => {
    const weights = train([...texts.filter((_text, at) => at % folds !== fold), ...ordinary]);
    return texts
      .filter((_text, at) => at % folds === fold)
      .map(({ text, isSpam }) => ({ isSpam, score: scoreWith(weights, text) }));
  }).flat();

const fileOf = (weights: Weights, thresholds: Readonly<Record<string, number>>) => ({
  about:
    'Made by src/spam-model/main.ts from own examples and the training part of spam-telegram-ru-en (MIT, umputun/tg-spam), SMS Spam Collection (CC BY 4.0, Almeida and Gomez Hidalgo) and Sentiment Labelled Sentences (CC BY 4.0). Do not edit.',
  thresholds,
  bias: rounded(weights.bias),
  facts: Object.fromEntries(factNames.map((name) => [name, rounded(weights.byName.get(`#${name}`) ?? 0)])),
  words: Object.fromEntries(
    [...weights.byName]
      .filter(([name, weight]) => !name.startsWith('#') && rounded(weight) !== 0)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([word, weight]) => [word, rounded(weight)]),
  ),
});

const folder = process.env['VITRINA_DATA_DIR'];
if (!folder) throw new Error('VITRINA_DATA_DIR must name the folder of the corpora.');
const texts = readCorpora(resolve(folder)).filter((text) => !isHeldOut(text));
// Old chats hardly mention goods: own examples of shop talk weigh as much as six chats each.
const ordinary = ordinaryTalk().flatMap((text) => Array.from({ length: 6 }, () => text));
const scored = crossValidated(texts, ordinary);
const thresholds = {
  unasked: thresholdFor(scored, 0.985),
  answered: thresholdFor(scored, 0.99),
};
writeFileSync(target, `${JSON.stringify(fileOf(train([...texts, ...ordinary]), thresholds), null, 1)}\n`);
process.stdout.write(`${JSON.stringify({ texts: texts.length, thresholds })}\n`);
