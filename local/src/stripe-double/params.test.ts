import { describe, expect, test } from 'vitest';
import { StripeError } from './errors.ts';
import { parseForm } from './form-body.ts';
import { Params, refuseRawCards } from './params.ts';

function refusal(act: () => unknown): StripeError {
  try {
    act();
  } catch (error) {
    if (error instanceof StripeError) return error;
    throw error;
  }
  throw new Error('A refusal was expected.');
}

const params = (text: string) => new Params(parseForm(text));

describe('parameters', () => {
  test('are read by type, and empty ones are unset', () => {
    const given = params('text=x&n=-12&yes=true&kind=b&l[]=1&l[]=2&g[in]=y&none=&cur=USD&amount=99999999');
    expect(given.string('text')).toBe('x');
    expect(given.integer('n')).toBe(-12);
    expect(given.boolean('yes')).toBe(true);
    expect(given.oneOf('kind', ['a', 'b'])).toBe('b');
    expect(given.list('l')).toEqual(['1', '2']);
    expect(given.group('g').string('in')).toBe('y');
    expect(given.string('none')).toBeUndefined();
    expect(given.currency('cur')).toBe('usd');
    expect(given.amount('amount')).toBe(99_999_999);
    expect(() => given.done()).not.toThrow();
  });

  test.each([
    ['n=1.5', (p: Params) => p.integer('n'), 'parameter_invalid_integer'],
    ['n=1e3', (p: Params) => p.integer('n'), 'parameter_invalid_integer'],
    ['n=9999999999999999', (p: Params) => p.integer('n'), 'parameter_invalid_integer'],
    ['n=0', (p: Params) => p.amount('n'), 'parameter_invalid_integer'],
    ['n=100000000', (p: Params) => p.amount('n'), 'amount_too_large'],
    ['', (p: Params) => p.requiredAmount('n'), 'parameter_missing'],
    ['n=', (p: Params) => p.requiredString('n'), 'parameter_missing'],
    ['n=maybe', (p: Params) => p.boolean('n'), undefined],
    ['n=z', (p: Params) => p.oneOf('n', ['a']), undefined],
    ['n=eur0', (p: Params) => p.currency('n'), undefined],
    ['n[a]=1', (p: Params) => p.string('n'), undefined],
    ['n=1', (p: Params) => p.list('n'), undefined],
    ['n=1', (p: Params) => p.group('n'), undefined],
  ])('%s is refused by name', (text, read, code) => {
    const error = refusal(() => read(params(text)));
    expect(error).toMatchObject({ status: 400, executed: false });
    expect(error.body).toMatchObject({ param: 'n', ...(code ? { code } : {}) });
  });

  test('that nobody read are refused, also inside groups', () => {
    const given = params('a=1&g[b]=2&g[c]=3');
    given.string('a');
    given.group('g').string('b');
    expect(refusal(() => given.done()).body).toMatchObject({ param: 'g[c]', code: 'parameter_unknown' });
  });

  test('metadata merges, deletes by empty values, and is emptied by an empty whole', () => {
    expect(params('metadata[a]=2&metadata[b]=').metadata({ a: '1', b: '1', c: '1' })).toEqual({ a: '2', c: '1' });
    expect(params('metadata=').metadata({ a: '1' })).toEqual({});
    expect(params('').metadata({ a: '1' })).toEqual({ a: '1' });
    expect(refusal(() => params('metadata[a][b]=1').metadata()).body.param).toBe('metadata[a]');
    expect(refusal(() => params(`metadata[${'k'.repeat(41)}]=1`).metadata()).status).toBe(400);
  });
});

describe('card data', () => {
  test.each(['card[number]=4', 'card[cvc]=1', 'payment_method_data[card][number]=4', 'x[source][exp_year]=30'])(
    '%s is refused',
    (text) => {
      expect(refusal(() => refuseRawCards(parseForm(text)))).toMatchObject({ status: 402, executed: false });
    },
  );

  test('a token, and a number that is not a card, pass', () => {
    expect(() => refuseRawCards(parseForm('card[token]=tok_visa&metadata[number]=4'))).not.toThrow();
  });
});
