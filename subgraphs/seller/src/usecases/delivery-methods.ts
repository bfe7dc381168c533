import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type MethodInput, readDeliveryMethod } from '../domain/delivery-form.ts';
import { deliveryMethodNotFound, shopNotFound, tooManyDeliveryMethods } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { countOtherMethods, type DeliveryMethodRow, deleteMethod, putMethod } from '../store/delivery-methods.ts';
import { lockShop } from '../store/shops.ts';

const maxMethods = 50;

export interface NewMethod
  extends MethodInput,
    Pick<DeliveryMethodRow, 'kind' | 'active' | 'paymentOnDelivery' | 'position'> {}

/** Makes a delivery method or replaces the one with its code as a whole; repeating it changes nothing. */
export const setDeliveryMethod = async (
  { database }: Services,
  shopId: string,
  input: NewMethod,
): Promise<Result<DeliveryMethodRow, Refusal>> => {
  const checked = readDeliveryMethod(input);
  if (!checked.ok) return checked;
  const { kind, active, paymentOnDelivery, position } = input;
  return database.transaction(async (tx) => {
    const shop = await lockShop(tx, shopId);
    if (!shop) return refuse(shopNotFound());
    if ((await countOtherMethods(tx, shopId, checked.value.code)) >= maxMethods)
      return refuse(tooManyDeliveryMethods(maxMethods));
    const row = await putMethod(tx, {
      id: newId('dlv'),
      shopId,
      kind,
      active,
      paymentOnDelivery,
      position,
      ...checked.value,
    });
    return row ? ok({ ...row, currency: shop.currency }) : refuse(deliveryMethodNotFound());
  });
};

/** Deletes a delivery method; gives its id. */
export const removeDeliveryMethod = async (
  { database }: Services,
  shopId: string,
  code: string,
): Promise<Result<string, Refusal>> => {
  const id = await database.transaction((tx) => deleteMethod(tx, shopId, code));
  return id ? ok(id) : refuse(deliveryMethodNotFound());
};
