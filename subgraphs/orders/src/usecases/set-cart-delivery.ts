import type { Identity } from '@vitrina/platform/auth';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq, sql } from 'drizzle-orm';
import { type Address, type AddressInput, maxAddressLineLength, readAddress } from '../domain/address.ts';
import { isIdLike } from '../domain/plain-text.ts';
import type { Ports } from '../ports.ts';
import { type CartRow, cart } from '../store/cart.table.ts';
import { cartForChange } from './find-cart.ts';

export interface DeliveryInput {
  readonly cartId: string;
  readonly addressId: string | null;
  readonly address: AddressInput | null;
  readonly choices: readonly { readonly shopId: string; readonly methodId: string }[];
}

/** An address somebody typed in, or what is wrong with it, field by field. */
export const checkAddress = (input: AddressInput): Result<Address, Refusal> => {
  const read = readAddress(input);
  if ('address' in read) return ok(read.address);
  const refusals = [
    ...read.missing.map((name) =>
      plainRefusal('ADDRESS_INCOMPLETE', ['address', name], `Fill in "${name}", or the carrier cannot deliver.`),
    ),
    ...read.tooLong.map((name) =>
      plainRefusal(
        'ADDRESS_TOO_LONG',
        ['address', name],
        `"${name}" takes at most ${maxAddressLineLength} characters.`,
      ),
    ),
  ];
  return refuse(refusals[0] as Refusal, ...refusals.slice(1));
};

/** A saved address of the signed-in person, or the default one without an id. */
export const savedAddress = async (
  { identity: directory }: Ports,
  { actor }: Identity,
  addressId: string | null,
): Promise<Result<Address, Refusal>> => {
  const known = addressId === null || isIdLike(addressId);
  const address = actor.kind === 'user' && known ? await directory.address(actor.userId, addressId) : null;
  if (address) return ok(address);
  return refuse(
    addressId
      ? plainRefusal('ADDRESS_UNKNOWN', ['addressId'], 'This is not one of your saved addresses; choose another one.')
      : plainRefusal(
          'ADDRESS_REQUIRED',
          ['addressId'],
          'Say where the goods go with setCartDelivery, or save a default address.',
        ),
  );
};

const destinationOf = async (
  ports: Ports,
  identity: Identity,
  input: DeliveryInput,
): Promise<Result<Address | null, Refusal>> => {
  if (input.addressId && input.address)
    return refuse(plainRefusal('ADDRESS_AMBIGUOUS', ['address'], 'Give a saved address or type one in, not both.'));
  if (input.addressId) return savedAddress(ports, identity, input.addressId);
  return input.address ? checkAddress(input.address) : ok(null);
};

/** Chooses where a cart's goods go and how; what is left out stays. Whether a shop delivers there shows in the cart. */
export const setCartDelivery = async (
  ports: Ports,
  identity: Identity,
  input: DeliveryInput,
): Promise<Result<CartRow, Refusal>> => {
  const destination = await destinationOf(ports, identity, input);
  if (!destination.ok) return destination;
  return ports.database.transaction(async (tx) => {
    const now = ports.clock.now();
    const found = await cartForChange(tx, identity, input.cartId, now);
    if (!found.ok) return found;
    const choices = {
      ...found.value.choices,
      ...Object.fromEntries(
        input.choices
          .filter(({ shopId, methodId }) => isIdLike(shopId) && isIdLike(methodId))
          .map(({ shopId, methodId }) => [shopId, methodId]),
      ),
    };
    const [changed] = await tx
      .update(cart)
      .set({
        destination: destination.value ?? found.value.destination,
        choices,
        version: sql`${cart.version} + 1`,
        updatedAt: now,
      })
      .where(eq(cart.id, found.value.id))
      .returning();
    return ok(changed ?? found.value);
  });
};
