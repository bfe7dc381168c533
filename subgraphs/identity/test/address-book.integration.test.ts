import { asService } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityTest, identityTest, newPerson, type SignedIn } from './fixtures.ts';

const berlin = {
  name: 'Anna Petrova',
  line1: 'Torstraße 1',
  city: 'Berlin',
  postalCode: '10119',
  country: 'DE',
  phone: '030 901820',
};

interface Outcome {
  readonly address: {
    readonly id: string;
    readonly isDefault: boolean;
    readonly city: string;
    readonly phone: string | null;
  } | null;
  readonly removedAddressId?: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

describe('the address book', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest();
  });
  afterAll(() => context.close());

  let count = 0;
  const somebody = () => {
    count += 1;
    return newPerson(context, `book${count}@example.com`);
  };
  const change = async (person: SignedIn, field: string, input: Record<string, unknown>): Promise<Outcome> => {
    const selection = field === 'removeAddress' ? 'removedAddressId' : 'address { id isDefault city phone }';
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const answer = await context.ask<Record<string, Outcome>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code field } } }`,
      { input },
      { as: person.as },
    );
    const outcome = answer.data?.[field];
    if (!outcome) throw new Error(JSON.stringify(answer.errors));
    return outcome;
  };
  const add = async (person: SignedIn, address: Record<string, unknown> = {}, makeDefault = false): Promise<string> =>
    (await change(person, 'addAddress', { address: { ...berlin, ...address }, makeDefault })).address?.id ?? '';
  const book = async (person: SignedIn) => {
    const answer = await context.ask<{ viewer: { addresses: { id: string; isDefault: boolean }[] } }>(
      '{ viewer { addresses { id isDefault } } }',
      {},
      { as: person.as },
    );
    return answer.data?.viewer.addresses ?? [];
  };
  const delivery = async (userId: string, addressId: string | null, as = 'orders') =>
    context.ask<{ deliveryAddress: Record<string, unknown> | null }>(
      'query ($userId: ID!, $addressId: ID) { deliveryAddress(userId: $userId, addressId: $addressId) { name line1 line2 city region postalCode country phone } }',
      { userId, addressId },
      { as: asService(as) },
    );

  it('makes the first address the default, and another one when asked', async () => {
    const person = await somebody();
    const first = await add(person);
    const second = await add(person, { city: 'Potsdam' });
    expect(await book(person)).toEqual([
      { id: first, isDefault: true },
      { id: second, isDefault: false },
    ]);
    await change(person, 'setDefaultAddress', { addressId: second });
    const third = await add(person, {}, true);
    expect((await book(person)).filter((entry) => entry.isDefault)).toEqual([{ id: third, isDefault: true }]);
  });

  it('has exactly one default however many are added or chosen at the same moment', async () => {
    const person = await somebody();
    const ids = await Promise.all(Array.from({ length: 6 }, () => add(person, {}, true)));
    await Promise.all(ids.map((addressId) => change(person, 'setDefaultAddress', { addressId })));
    const entries = await book(person);
    expect(entries).toHaveLength(6);
    expect(entries.filter((entry) => entry.isDefault)).toHaveLength(1);
  });

  it('passes the default on when it is removed', async () => {
    const person = await somebody();
    const first = await add(person);
    context.clock.advance(1_000);
    const second = await add(person);
    expect((await change(person, 'removeAddress', { addressId: first })).removedAddressId).toBe(first);
    expect(await book(person)).toEqual([{ id: second, isDefault: true }]);
    expect((await change(person, 'removeAddress', { addressId: first })).userErrors).toEqual([
      { code: 'ADDRESS_NOT_FOUND', field: ['addressId'] },
    ]);
  });

  it('replaces an address as a whole', async () => {
    const person = await somebody();
    const id = await add(person);
    const outcome = await change(person, 'updateAddress', {
      addressId: id,
      address: { ...berlin, city: 'Potsdam', phone: null },
    });
    expect(outcome.address).toEqual({ id, isDefault: true, city: 'Potsdam', phone: null });
  });

  it('names every mistake with its path', async () => {
    const person = await somebody();
    const outcome = await change(person, 'addAddress', {
      address: { ...berlin, name: '', postalCode: '1', country: 'US', phone: 'x' },
    });
    expect(outcome.userErrors.map((error) => `${error.field.join('.')}:${error.code}`)).toEqual([
      'address.name:TEXT_REQUIRED',
      'address.region:REGION_REQUIRED',
      'address.postalCode:POSTAL_CODE_NOT_VALID',
      'address.phone:PHONE_NOT_VALID',
    ]);
  });

  it('of somebody else is out of reach', async () => {
    const [anna, boris] = [await somebody(), await somebody()];
    const id = await add(anna);
    for (const [field, rest] of [
      ['updateAddress', { address: berlin }],
      ['setDefaultAddress', {}],
      ['removeAddress', {}],
    ] as const) {
      expect((await change(boris, field, { addressId: id, ...rest })).userErrors.map((error) => error.code)).toEqual([
        'ADDRESS_NOT_FOUND',
      ]);
    }
    expect(await book(anna)).toEqual([{ id, isDefault: true }]);
  });

  it('holds fifty addresses', async () => {
    const person = await somebody();
    for (let index = 0; index < 50; index += 1) await add(person);
    expect((await change(person, 'addAddress', { address: berlin })).userErrors.map((error) => error.code)).toEqual([
      'TOO_MANY_ADDRESSES',
    ]);
  });

  it('gives orders a named or the default address, of that person only', async () => {
    const [anna, boris] = [await somebody(), await somebody()];
    const id = await add(anna);
    const other = await add(anna, { city: 'Potsdam' });
    const snapshot = { ...berlin, line2: null, region: null, phone: '+4930901820' };
    expect((await delivery(anna.userId, null)).data?.deliveryAddress).toEqual(snapshot);
    expect((await delivery(anna.userId, other)).data?.deliveryAddress).toEqual({ ...snapshot, city: 'Potsdam' });
    expect((await delivery(boris.userId, id)).data?.deliveryAddress).toBeNull();
    expect((await delivery(boris.userId, null)).data?.deliveryAddress).toBeNull();
    expect((await delivery(anna.userId, id, 'catalog')).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('tells how a country writes its addresses', async () => {
    const answer = await context.ask(
      '{ us: addressFormat(country: "US") { fields { name label(locale: "ru") required } postalCodePattern postalCodeExamples } no: addressFormat(country: "NO") { country fields { name required } regions { code } } }',
    );
    expect(answer.data).toMatchObject({
      us: {
        postalCodeExamples: ['95014', '22162-1010'],
        fields: expect.arrayContaining([{ name: 'REGION', label: 'Штат', required: true }]) as unknown,
      },
      no: { country: 'NO', regions: [] },
    });
  });
});
