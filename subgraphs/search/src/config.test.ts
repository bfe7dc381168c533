import { readConfig } from '@vitrina/platform/config';
import { describe, expect, it } from 'vitest';
import { searchConfig } from './config.ts';

describe('the configuration of search', () => {
  it('needs nothing for the embedded engine', () => {
    expect(readConfig(searchConfig, {}).VITRINA_SEARCH_ENGINE).toBe('postgres');
  });

  it('names the missing address of Meilisearch', () => {
    expect(() => readConfig(searchConfig, { VITRINA_SEARCH_ENGINE: 'meilisearch' })).toThrow(
      /VITRINA_MEILISEARCH_URL.*needed/,
    );
  });

  it('refuses an unknown engine by name', () => {
    expect(() => readConfig(searchConfig, { VITRINA_SEARCH_ENGINE: 'sphinx' })).toThrow(/VITRINA_SEARCH_ENGINE/);
  });
});
