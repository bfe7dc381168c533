import type { Actor } from '@vitrina/platform/auth';
import { describe, expect, it } from 'vitest';
import { hashOf, type RegisteredOperation } from './registry.ts';
import { createDocumentResolver, type DocumentRequest, type ResolveOptions } from './resolve-document.ts';

const registered = (name: string, room: string): RegisteredOperation => {
  const text = `query ${name} { x }`;
  return { name, room, text, hash: hashOf(text) };
};
const [shown, erp] = [registered('Shown', 'storefront'), registered('Stock', 'erp')];
const guest: Actor = { kind: 'anonymous' };
const admin: Actor = { kind: 'user', userId: 'usr_1', sessionId: 'ses_1', scopes: ['admin'], shops: {} };
const apiClient: Actor = { kind: 'client', clientId: 'key_1', shopId: 'shp_1', scopes: [] };
const free = '{ free }';

const resolver = (freeForm: ResolveOptions['freeForm'] = 'admins') =>
  createDocumentResolver({ registry: new Map([shown, erp].map((one) => [one.hash, one])), freeForm });
const outcome = (documents: ReturnType<typeof resolver>, request: DocumentRequest, actor: Actor = guest): string => {
  try {
    return documents.resolve(request, actor).text;
  } catch (error) {
    return String((error as { extensions: { code: string } }).extensions.code);
  }
};

describe('the document of a request', () => {
  it('is a registered one by its text, its hash or both', () => {
    for (const request of [
      { query: shown.text },
      { persistedHash: shown.hash },
      { query: shown.text, persistedHash: shown.hash },
    ])
      expect(resolver().resolve(request, guest)).toEqual({ text: shown.text, hash: shown.hash, registered: shown });
  });

  it('is any for those who may send any, and is found by its hash once it was admitted', () => {
    const documents = resolver();
    expect(outcome(documents, { query: free })).toBe('OPERATION_NOT_REGISTERED');
    expect(outcome(documents, { persistedHash: hashOf(free) }, admin)).toBe('PERSISTED_QUERY_NOT_FOUND');
    documents.remember(documents.resolve({ query: free }, admin));
    expect(outcome(documents, { persistedHash: hashOf(free) }, admin)).toBe(free);
    expect(outcome(documents, { persistedHash: hashOf(free) })).toBe('OPERATION_NOT_REGISTERED');
    expect(outcome(resolver('everyone'), { query: free })).toBe(free);
  });

  it('of an API key is one of the ERP’s, whatever others may send', () => {
    for (const freeForm of ['admins', 'everyone'] as const) {
      const documents = resolver(freeForm);
      expect(outcome(documents, { query: erp.text }, apiClient)).toBe(erp.text);
      for (const request of [{ query: shown.text }, { persistedHash: shown.hash }, { query: free }])
        expect(outcome(documents, request, apiClient)).toBe('OPERATION_NOT_REGISTERED');
    }
  });

  it('is missing, or not the one its hash says', () => {
    for (const request of [{}, { query: '' }, { query: free, persistedHash: shown.hash }])
      expect(outcome(resolver('everyone'), request)).toBe('BAD_REQUEST');
  });
});
