import { describe, expect, it } from 'vitest';
import { read, trackedFiles } from './tree.ts';

const handWritten = trackedFiles(/\.(ts|mjs|cjs)$/).filter((path) => !path.includes('/generated/'));
const tests = trackedFiles(/\.(test|journey)\.ts$/);
const longest = 300;
const ownRules = '.ci/checks/sizes.test.ts';

const silenced = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
const anyType = /(:|<|\bas|,|\|\s)\s*any\b(?!\w)/;
const leftOut = /\b(it|test|describe)\.(skip|only|todo|fails)\b/;

const linesOf = (text: string): number => text.split('\n').length - 1;

/** Lines that say `any` or silence a check; comments and texts may say what they like. */
const looseLines = (text: string): number[] =>
  text.split('\n').flatMap((line, index) => {
    if (/^\s*(\*|\/\/|\/\*)/.test(line) && !silenced.test(line)) return [];
    const code = line.replace(/(['"`])(?:\\.|(?!\1).)*\1/g, '');
    return silenced.test(line) || anyType.test(code) ? [index + 1] : [];
  });

it(`keeps files at ${longest} lines or fewer`, () => {
  const long = handWritten.map((path) => ({ path, lines: linesOf(read(path)) })).filter(({ lines }) => lines > longest);
  expect(long).toEqual([]);
});

it('has no `any` and no silenced checks', () => {
  const found = handWritten
    .filter((path) => path !== ownRules)
    .flatMap((path) => looseLines(read(path)).map((line) => `${path}:${line}`));
  expect(found).toEqual([]);
});

it('leaves no test skipped, focused or to be written', () => {
  expect(tests.filter((path) => path !== ownRules && leftOut.test(read(path)))).toEqual([]);
});

describe('the rules above', () => {
  it('find a planted file of one line too many', () => {
    expect([linesOf('x\n'.repeat(longest)), linesOf('x\n'.repeat(longest + 1))]).toEqual([longest, longest + 1]);
  });

  it.each([
    'const a: any = 1;',
    'const b = c as any;',
    'const d = new Map<string, any>();',
    '  // @ts-expect-error because',
    '// biome-ignore lint: because',
  ])('find the planted %j', (line) => {
    expect(looseLines(`const fine = 1;\n${line}\n`)).toEqual([2]);
  });

  it.each(["it.skip('x', () => {})", "describe.only('x', () => {})", "test.todo('x')"])(
    'find the planted %j',
    (line) => {
      expect(leftOut.test(line)).toBe(true);
    },
  );

  it('leave words in comments and texts alone', () => {
    expect(looseLines("// in any order\nconst text = 'as any text';\nconst company: Company = x;\n")).toEqual([]);
  });
});
