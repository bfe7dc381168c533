import { describe, expect, test } from 'vitest';
import { FormBodyError, type FormTree, type FormValue, parseForm } from './form-body.ts';

function plain(value: FormValue): unknown {
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;
}

const parsed = (text: string): unknown => plain(parseForm(text) as FormTree);

describe('a form body', () => {
  test.each([
    ['', {}],
    ['a=1&b=', { a: '1', b: '' }],
    ['name=Ada+Lovelace&city=S%C3%A3o%20Paulo', { name: 'Ada Lovelace', city: 'São Paulo' }],
    ['card[token]=tok_visa', { card: { token: 'tok_visa' } }],
    ['a[b][c][d]=1&a[b][e]=2', { a: { b: { c: { d: '1' }, e: '2' } } }],
    ['expand[]=x&expand[]=y', { expand: { 0: 'x', 1: 'y' } }],
    ['expand[0]=x&expand[1]=y', { expand: { 0: 'x', 1: 'y' } }],
    ['items[0][id]=a&items[1][id]=b', { items: { 0: { id: 'a' }, 1: { id: 'b' } } }],
    ['a%5Bb%5D=1', { a: { b: '1' } }],
    ['a=1&a=2', { a: '2' }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    ['[a]=1', { '[a]': '1' }],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  test('keeps keys that are names of JavaScript as plain keys', () => {
    const tree = parseForm('__proto__[polluted]=1&constructor[prototype][x]=1');
    expect([...tree.keys()]).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('has limits on depth and number', () => {
    expect(() => parseForm(`a${'[b]'.repeat(8)}=1`)).toThrow(FormBodyError);
    expect(() => parseForm(Array.from({ length: 2_001 }, (_, index) => `k${index}=`).join('&'))).toThrow(FormBodyError);
  });
});
