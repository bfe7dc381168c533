import type { IncomingHttpHeaders } from 'node:http';
import type { ObjectInfo } from '@vitrina/platform/objects';
import { describe, expect, it } from 'vitest';
import { isUnchanged, mayContinue } from './conditions.ts';

const info: ObjectInfo = {
  key: 'a',
  sizeBytes: 3,
  contentType: 'image/png',
  etag: 'abc',
  modifiedAt: new Date('2026-01-15T12:00:00.700Z'),
};
const at = 'Thu, 15 Jan 2026 12:00:00 GMT';
const before = 'Thu, 15 Jan 2026 11:59:59 GMT';

describe('the copy of a file that somebody has', () => {
  it.each<[string, IncomingHttpHeaders, boolean]>([
    ['nothing is said of it', {}, false],
    ['its tag is the file’s', { 'if-none-match': '"abc"' }, true],
    ['one of its tags is', { 'if-none-match': '"x", "abc"' }, true],
    ['its tag is a weak one', { 'if-none-match': 'W/"abc"' }, true],
    ['any will do', { 'if-none-match': '*' }, true],
    ['its tag is another one', { 'if-none-match': '"abcd"' }, false],
    ['its tag is not quoted', { 'if-none-match': 'abc' }, false],
    // HTTP dates have whole seconds; the file's has more.
    ['it is as old as the file', { 'if-modified-since': at }, true],
    ['it is older', { 'if-modified-since': before }, false],
    ['its age makes no sense', { 'if-modified-since': 'yesterday' }, false],
    [
      'its tag says no and its age says yes: the tag decides',
      { 'if-none-match': '"x"', 'if-modified-since': at },
      false,
    ],
    ['its tag says yes and its age says no', { 'if-none-match': '"abc"', 'if-modified-since': before }, true],
  ])('is still good when %s: %o', (_what, headers, good) => expect(isUnchanged(headers, info)).toBe(good));

  it.each<[string, IncomingHttpHeaders, boolean]>([
    ['nothing is asked of it', {}, true],
    ['it has the file’s tag', { 'if-range': '"abc"' }, true],
    ['it has another tag', { 'if-range': '"x"' }, false],
    ['its tag is weak: alike is not the same', { 'if-range': 'W/"abc"' }, false],
    ['it is of the very second', { 'if-range': at }, true],
    ['it is of another second', { 'if-range': before }, false],
    ['it is of no time', { 'if-range': 'soon' }, false],
  ])('is gone on with when %s: %o', (_what, headers, may) => expect(mayContinue(headers, info)).toBe(may));
});
