import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientMessage } from './client-message.ts';

describe('a message of a client', () => {
  it.each([
    [{ type: 'connection_init' }, { type: 'connection_init', payload: undefined }],
    [
      { type: 'connection_init', payload: null },
      { type: 'connection_init', payload: undefined },
    ],
    [
      { type: 'ping', payload: { at: 1 } },
      { type: 'ping', payload: { at: 1 } },
    ],
    [
      { type: 'complete', id: 'a' },
      { type: 'complete', id: 'a' },
    ],
    [
      { type: 'subscribe', id: 'a', payload: { extensions: { persistedQuery: {} }, variables: null } },
      { type: 'subscribe', id: 'a', payload: { extensions: { persistedQuery: {} }, variables: null } },
    ],
  ])('%j is understood', (sent, read) => expect(readClientMessage(JSON.stringify(sent))).toEqual(read));

  it('is never more than one of the five, whatever is sent', () => {
    const types = new Set(['connection_init', 'ping', 'pong', 'subscribe', 'complete']);
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            type: fc.oneof(fc.constantFrom(...types), fc.string()),
            id: fc.anything(),
            payload: fc.oneof(fc.record({ query: fc.anything(), variables: fc.anything() }), fc.anything()),
          },
          { requiredKeys: [] },
        )
        .map((message) => {
          try {
            return JSON.stringify(message);
          } catch {
            return '';
          }
        }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = readClientMessage(String(text));
        if (typeof read === 'string') return read.length > 0 && Buffer.byteLength(read) <= 120;
        return types.has(read.type) && (read.type !== 'subscribe' || read.id.length <= 128);
      }),
      { numRuns: 2_000 },
    );
  });
});
