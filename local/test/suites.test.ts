import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/market/local-config.ts';

const { VITRINA_REDIS_URL: _redis, VITRINA_DATA_DIR: _data, VITRINA_MEILISEARCH_URL: _search, ...bare } = process.env;

describe('a suite that needs something a bare machine lacks', () => {
  it.each([
    ['redis', 'VITRINA_REDIS_URL'],
    ['data', 'VITRINA_DATA_DIR'],
    ['meilisearch', 'VITRINA_MEILISEARCH_URL'],
  ])('%s fails before it runs anything, and names %s with an example', (suite, variable) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, 'local/bin/test.mjs'), suite], {
      env: bare,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(variable);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
