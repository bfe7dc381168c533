import { describe, expect, it } from 'vitest';
import { readContentType } from './content-type.ts';

const typeOf = (bytes: Buffer | string, accepts: readonly string[] = [], whole = true) =>
  readContentType(Buffer.from(bytes), whole, accepts);

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
    ['image/gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    ['video/mp4', Buffer.from('\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0002\u0000isomiso2', 'latin1')],
    ['application/x-msdownload', Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1')],
  ])('%s is read from its first bytes', async (type, bytes) => {
    expect(await typeOf(bytes)).toBe(type);
  });

  it('of text depends on how it begins and on what was asked for', async () => {
    expect(await typeOf('sku,price\n', ['text/csv'])).toBe('text/csv');
    expect(await typeOf('{"a":1}\n', ['text/csv', 'application/x-ndjson'])).toBe('application/x-ndjson');
    expect(await typeOf('{"a":1}\n', ['text/csv'])).toBe('text/csv');
    expect(await typeOf('WEBVTT\n\n', ['text/plain'])).toBe('text/vtt');
    expect(await typeOf('hello')).toBe('text/plain');
  });

  it('of a page is never plain text', async () => {
    expect(await typeOf(' \n<script>', ['text/plain'])).toBe('text/html');
    expect(await typeOf('\uFEFF<!doctype html>', ['text/csv'])).toBe('text/html');
  });

  it('is none for bytes that are neither known nor text, and for nothing at all', async () => {
    expect(await typeOf(Buffer.from([1, 2, 0, 4]))).toBeUndefined();
    expect(await typeOf(Buffer.from([0xc3, 0x28, 0xa0, 0xfe, 0xc3]))).toBeUndefined();
    expect(await typeOf('')).toBeUndefined();
  });

  it('of a window may end in the middle of a character, of a whole file not', async () => {
    const cut = Buffer.from('цена').subarray(0, 7);
    expect(await typeOf(cut, ['text/csv'], false)).toBe('text/csv');
    expect(await typeOf(cut, ['text/csv'], true)).toBeUndefined();
  });
});
