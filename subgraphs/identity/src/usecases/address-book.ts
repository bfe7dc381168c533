import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type AddressInput, checkAddress } from '../domain/check-address.ts';
import { addressNotFound, tooManyAddresses } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import {
  type AddressRow,
  addressesOf,
  deleteAddress,
  insertAddress,
  lockBook,
  makeDefault,
  replaceAddress,
} from '../store/addresses.ts';

const maxAddresses = 50;

/** Saves an address; the first one is the default whether asked for or not. */
export const addAddress = async (
  { database, clock }: Services,
  userId: string,
  input: AddressInput,
  asDefault: boolean,
): Promise<Result<AddressRow, Refusal>> => {
  const checked = checkAddress(input);
  if (!checked.ok) return checked;
  return database.transaction(async (tx) => {
    await lockBook(tx, userId);
    const book = await addressesOf(tx, [userId]);
    if (book.length >= maxAddresses) return refuse(tooManyAddresses(maxAddresses));
    const row = { id: newId('adr'), userId, ...checked.value, isDefault: book.length === 0, createdAt: clock.now() };
    await insertAddress(tx, row);
    if (!asDefault || row.isDefault) return ok(row);
    return ok((await makeDefault(tx, userId, row.id)) ?? row);
  });
};

/** Replaces an address of the person as a whole. */
export const updateAddress = async (
  { database }: Services,
  userId: string,
  id: string,
  input: AddressInput,
): Promise<Result<AddressRow, Refusal>> => {
  const checked = checkAddress(input);
  if (!checked.ok) return checked;
  const row = await replaceAddress(database.orm, userId, id, checked.value);
  return row ? ok(row) : refuse(addressNotFound());
};

/** Deletes an address of the person; when it was the default, the latest remaining one takes its place. */
export const removeAddress = ({ database }: Services, userId: string, id: string): Promise<Result<string, Refusal>> =>
  database.transaction(async (tx) => {
    await lockBook(tx, userId);
    const gone = await deleteAddress(tx, userId, id);
    if (!gone) return refuse(addressNotFound());
    const [latest] = gone.isDefault ? await addressesOf(tx, [userId]) : [];
    if (latest) await makeDefault(tx, userId, latest.id);
    return ok(id);
  });

/** Makes an address of the person the default one. */
export const setDefaultAddress = (
  { database }: Services,
  userId: string,
  id: string,
): Promise<Result<AddressRow, Refusal>> =>
  database.transaction(async (tx) => {
    await lockBook(tx, userId);
    const owned = (await addressesOf(tx, [userId])).some((row) => row.id === id);
    const row = owned ? await makeDefault(tx, userId, id) : undefined;
    return row ? ok(row) : refuse(addressNotFound());
  });
