import { describe, expect, it } from 'vitest';
import { defaultCacheControl, isInert } from './headers.ts';
import { assertKey, assertPrefix, isKey } from './keys.ts';

describe('the key of an object', () => {
  it.each([
    'a',
    'uploads/upl_01k3v8',
    'img/1/Photo.final-2.jpg',
    `a/${'x'.repeat(250)}`,
    '-',
    '_/_',
    `${'x'.repeat(249)}/${'y'.repeat(249)}/abcdefghijkl`,
  ])('may be %s', (key) => {
    expect(isKey(key)).toBe(true);
    expect(() => assertKey(key)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['the folder above', '../secret'],
    ['the folder above, in the middle', 'a/../../secret'],
    ['this folder', './a'],
    ['from the root', '/etc/passwd'],
    ['a folder', 'a/'],
    ['two slashes', 'a//b'],
    ['another system’s folders', 'a\\b'],
    ['a hidden name', 'a/.tmp'],
    ['the mark the disk puts behind names', 'a~'],
    ['an escape', 'a%2e%2e'],
    ['a space', 'a b'],
    ['a line', 'a\nb'],
    ['a letter of another script', 'фото.jpg'],
    ['NUL', 'a\u0000.jpg'],
    ['a name longer than a file system takes', 'x'.repeat(251)],
    ['a key longer than any', Array.from({ length: 5 }, () => 'x'.repeat(120)).join('/')],
  ])('is not %s', (_what, key) => {
    expect(isKey(key)).toBe(false);
    expect(() => assertKey(key)).toThrow(/is no object key/);
  });

  it('has prefixes of whole segments, so that what is named 1 is not 10 as well', () => {
    for (const prefix of ['', 'img/', 'img/1/']) expect(() => assertPrefix(prefix)).not.toThrow();
    for (const prefix of ['img', 'img/1', '/', '../', 'img//', '.tmp/'])
      expect(() => assertPrefix(prefix)).toThrow(/is no object prefix/);
  });
});

describe('what a browser may show of an uploaded file', () => {
  it.each(['image/png', 'image/jpeg; charset=binary', 'VIDEO/MP4', 'audio/ogg', ' text/vtt ', 'application/json'])(
    '%s is shown',
    (type) => expect(isInert(type)).toBe(true),
  );

  it.each([
    'text/html',
    'TEXT/HTML; charset=utf-8',
    'image/svg+xml',
    'application/xml',
    'application/pdf',
    'application/xhtml+xml',
    'text/javascript',
    'application/octet-stream',
    'x-video/mp4',
    '',
    'text/html;image/png',
  ])('%s is offered as a download, so that it never becomes a page of ours', (type) =>
    expect(isInert(type)).toBe(false),
  );

  it('is kept for ever where it is public, and by nobody in between where it is not', () => {
    expect(defaultCacheControl('public')).toMatch(/^public,.*immutable/);
    expect(defaultCacheControl('private')).toMatch(/^private/);
  });
});
