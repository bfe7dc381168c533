import { expect, it } from 'vitest';
import { read, trackedFiles } from './tree.ts';

const handWritten = trackedFiles(/\.(ts|mjs|cjs)$/).filter((path) => !path.includes('/generated/'));

it('keeps files at 300 lines or fewer', () => {
  const long = handWritten
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

it('has no `any` and no silenced checks', () => {
  const silenced = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
  const anyType = /(:|<|\bas|,|\|)\s*any\b(?!\w)/;
  const ownRules = '.ci/checks/sizes.test.ts';
  const found = handWritten.flatMap((path) =>
    read(path)
      .split('\n')
      .map((line, index) => ({ at: `${path}:${index + 1}`, line }))
      .filter(
        ({ line }) =>
          path !== ownRules &&
          !/^\s*(\*|\/\/|\/\*)/.test(line) &&
          (silenced.test(line) || anyType.test(line.replace(/(['"`])(?:\\.|(?!\1).)*\1/g, ''))),
      ),
  );
  expect(found).toEqual([]);
});

it('leaves no test skipped, focused or to be written', () => {
  const odd = trackedFiles(/\.test\.ts$/).filter((path) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(path)));
  expect(odd).toEqual([]);
});
