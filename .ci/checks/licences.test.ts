import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from './tree.ts';

/**
 * Licences that may be linked in. The gateway's Elastic License 2.0 was accepted when the project chose Apollo's gateway.
 * ffmpeg and ffprobe are programs of their own, started as processes and never linked, which their GPL allows; they are
 * optional and stand behind whatever ffmpeg the machine has (docs/adr/0015).
 */
const allowed =
  /^(\(?(MIT|ISC|0BSD|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|MPL-2\.0|Unlicense|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Python-2\.0|PostgreSQL|WTFPL|Zlib|MIT-0)( (OR|AND) [A-Za-z0-9.-]+)*\)?|Public Domain|MIT\*|BSD|Apache License, Version 2\.0)$/;
const accepted: Record<string, RegExp> = {
  'Elastic-2.0': /^@apollo\/(gateway|composition|federation-internals|query-graphs|query-planner)$/,
  GPLv3: /^@ffmpeg-installer\/[a-z0-9-]+$/,
  'GPL-3.0': /^@ffprobe-installer\/[a-z0-9-]+$/,
  'LGPL-2.1': /^@(ffmpeg-installer\/ffmpeg|ffprobe-installer\/ffprobe)$/,
};

interface Listed {
  readonly name: string;
  readonly versions: readonly string[];
}

/** What may not be used, of packages listed by their licence. */
const refusedOf = (byLicence: Readonly<Record<string, readonly Listed[]>>): string[] =>
  Object.entries(byLicence).flatMap(([licence, packages]) =>
    allowed.test(licence)
      ? []
      : packages.filter(({ name }) => !accepted[licence]?.test(name)).map(({ name }) => `${name}: ${licence}`),
  );

it('uses no dependency whose licence does not allow it', () => {
  const output = execFileSync('npx', ['-y', 'pnpm@12.21.0', 'licenses', 'list', '--prod', '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(refusedOf(JSON.parse(output) as Record<string, readonly Listed[]>)).toEqual([]);
});

it('finds a planted licence, and one that was accepted for other packages only', () => {
  const named = (name: string): Listed[] => [{ name, versions: ['1.0.0'] }];
  expect(
    refusedOf({
      MIT: named('fine'),
      '(MIT OR GPL-3.0)': named('a-choice'),
      'AGPL-3.0': named('not-fine'),
      'Elastic-2.0': [...named('@apollo/gateway'), ...named('elsewhere')],
      Unknown: named('nameless'),
    }),
  ).toEqual(['not-fine: AGPL-3.0', 'elsewhere: Elastic-2.0', 'nameless: Unknown']);
});
