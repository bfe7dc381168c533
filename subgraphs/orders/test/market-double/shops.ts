import type { Database } from '@vitrina/platform/database';

/** seller and identity: shops, delivery and saved addresses. */
export const places = (databaseOf: () => Database) => {
  const sql = () => databaseOf().sql;
  const quoteOne = async (input: { shopId: string; country: string; currency: string }) => {
    const [shop] = await sql()<
      { delivers: boolean; on_delivery: boolean }[]
    >`select * from double.shop where id = ${input.shopId}`;
    const method = (methodId: string, priceMinor: string, paymentOnDelivery: boolean) => ({
      methodId,
      name: `By ${methodId}`,
      priceMinor,
      currency: input.currency,
      minDays: 1,
      maxDays: 3,
      paymentOnDelivery,
    });
    const offered = shop?.delivers && input.country !== 'AQ';
    return offered
      ? [
          method(`dlv_post_${input.shopId}`, '490', false),
          method(`dlv_courier_${input.shopId}`, '990', shop.on_delivery),
        ]
      : [];
  };
  return {
    CheckoutShops: async ({ ids }: { ids: string[] }) => {
      const rows = await sql()<{ id: string; accepts: boolean }[]>`select * from double.shop where id = any(${ids})`;
      return {
        checkoutShops: rows.map(({ id, accepts }) => ({
          shopId: id,
          name: `Shop ${id}`,
          acceptsOrders: accepts,
          returnWindowDays: 14,
        })),
      };
    },
    QuoteDeliveries: async ({ inputs }: { inputs: { shopId: string; country: string; currency: string }[] }) => ({
      quoteDeliveries: await Promise.all(inputs.map(quoteOne)),
    }),
    DeliveryAddress: async ({ userId, addressId }: { userId: string; addressId: string | null }) => {
      const rows = await sql()<
        { id: string; country: string; is_default: boolean }[]
      >`select * from double.address where user_id = ${userId}`;
      const found = rows.find(({ id, is_default }) => (addressId ? id === addressId : is_default));
      const rest = {
        name: 'Ann Buyer',
        line1: 'Street 1',
        line2: null,
        city: 'Town',
        region: null,
        postalCode: '12345',
        phone: null,
      };
      return { deliveryAddress: found ? { ...rest, country: found.country } : null };
    },
  };
};
