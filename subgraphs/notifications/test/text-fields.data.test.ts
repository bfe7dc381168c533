import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { asUser, probeTextFields } from '@vitrina/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const corpus = JSON.parse(
  readFileSync(resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'naughty-strings/blns.half.json'), 'utf8'),
) as string[];
/** What the corpus lacks: binary, halves of characters, invisible text, and far too much of it. */
const worse = [
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00\ud800',
  '\u200b\ufeff',
  '\u202e\u2066',
  '\u001b[31m',
  'x'.repeat(1_000_000),
];

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

it('answers whatever is typed into any text field with data or an error one can act on', async () => {
  const people = [asUser('usr_buyer'), asUser('usr_admin', { scopes: ['admin'] })];
  const { asked, odd } = await probeTextFields(s.market, { texts: [...corpus, ...worse], as: people });
  process.stdout.write(`${asked} answers\n`);
  expect(odd).toEqual([]);
}, 600_000);
