import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTypeScriptConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const planted = fileURLToPath(new URL('./planted/', import.meta.url));
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: Record<string, unknown>;
};
const rooms = ['platform', 'schema', 'gateway', 'local', 'subgraphs', 'web', 'bench'];

/** Rule names broken below `baseDir`, each with the import that breaks it. */
const violations = async (baseDir: string): Promise<{ rule: string; from: string; to: string }[]> => {
  const folders = readdirSync(baseDir).filter((name) => rooms.includes(name));
  const { output } = await cruise(
    folders,
    { ...config.options, baseDir, ruleSet: { forbidden: config.forbidden as never }, validate: true },
    undefined,
    { tsConfig: extractTypeScriptConfig(join(root, 'tsconfig.json')) },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
};

describe('the boundaries between rooms', () => {
  it('hold in the whole tree', async () => {
    expect(await violations(root)).toEqual([]);
  }, 240_000);

  it.each(config.forbidden.map((rule) => rule.name))('catch a planted violation of %s', async (rule) => {
    const found = await violations(join(planted, rule));
    expect(found.map((violation) => violation.rule)).toContain(rule);
  });
});
