import { readShops } from '../read.ts';
import type { DeliveryMethod, ShopRow } from '../schema.ts';
import { staff } from './accounts.ts';
import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';

const shopOf = `query SeedShop($slug: String!) { shopBySlug(slug: $slug) { id } }`;
const open = `mutation SeedOpenShop($input: OpenShopInput!) { openShop(input: $input) { shop { id } ${userErrorFields} } }`;
const deliver = `mutation SeedDelivery($input: SetDeliveryMethodInput!) { setDeliveryMethod(input: $input) { ${userErrorFields} } }`;
const employ = `mutation SeedStaff($input: AddShopStaffInput!) { addShopStaff(input: $input) { ${userErrorFields} } }`;

/** Countries the demo's "rest of the world" stands for. */
const world = [
  'AE',
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'CN',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'IE',
  'IL',
  'IN',
  'IT',
  'JP',
  'KZ',
  'MX',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'RS',
  'RU',
  'SE',
  'SG',
  'TR',
  'US',
  'ZA',
];

const zonesOf = (method: DeliveryMethod) => {
  const named = new Set(method.rates.flatMap(({ countries }) => countries));
  return method.rates.map((rate) => ({
    countries: rate.countries.flatMap((country) =>
      country === 'ROW' ? world.filter((other) => !named.has(other)) : [country],
    ),
    rates: [{ from: '0', priceMinor: String(rate.priceMinor) }],
    freeFromMinor: rate.freeFromMinor === undefined ? null : String(rate.freeFromMinor),
    minDays: rate.minDays,
    maxDays: rate.maxDays,
  }));
};

const ensureShop = async (owner: SeedClient, row: ShopRow): Promise<string> => {
  const { shopBySlug } = await owner.ask<{ shopBySlug: { id: string } | null }>(shopOf, { slug: row.slug });
  if (shopBySlug) return shopBySlug.id;
  const { openShop } = await owner.ask<{ openShop: { shop: { id: string } | null; userErrors: UserError[] } }>(open, {
    input: {
      idempotencyKey: `seed-shop-${row.slug}`,
      slug: row.slug,
      name: row.name,
      country: row.country,
      currency: row.defaultCurrency,
      descriptions: [
        { locale: 'en', text: row.descriptionEn },
        { locale: 'ru', text: row.descriptionRu },
      ],
    },
  });
  assertAccepted(openShop.userErrors, `shop ${row.slug}`);
  if (!openShop.shop) throw new Error(`The shop ${row.slug} was neither opened nor refused.`);
  return openShop.shop.id;
};

/** Opens the demo's shops with their ways of delivery; gives the id and currency of each by slug. */
export const pushShops = async (owner: SeedClient): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  const rows: ShopRow[] = [];
  for await (const row of readShops()) {
    rows.push(row);
    ids.set(row.slug, await ensureShop(owner, row));
  }
  return ids;
};

/** Describes how each shop delivers. Needs a token that knows the shops just opened. */
export const pushDelivery = async (owner: SeedClient, shopIds: ReadonlyMap<string, string>): Promise<void> => {
  for await (const row of readShops()) {
    for (const [position, method] of row.deliveryMethods.entries()) {
      const { setDeliveryMethod } = await owner.ask<{ setDeliveryMethod: { userErrors: UserError[] } }>(deliver, {
        input: {
          shopId: shopIds.get(row.slug),
          code: method.code,
          kind: method.kind,
          names: [
            { locale: 'en', text: method.nameEn },
            { locale: 'ru', text: method.nameRu },
          ],
          position,
          paymentOnDelivery: method.kind === 'COURIER',
          zones: zonesOf(method).filter(({ countries }) => countries.length > 0),
        },
      });
      assertAccepted(setDeliveryMethod.userErrors, `delivery ${row.slug}/${method.code}`);
    }
  }
};

/** Employs one person per role in the first two shops. */
export const pushStaff = async (owner: SeedClient, shopIds: ReadonlyMap<string, string>): Promise<void> => {
  for (const shopId of [...shopIds.values()].slice(0, 2)) {
    for (const { email, role } of staff) {
      const { addShopStaff } = await owner.ask<{ addShopStaff: { userErrors: UserError[] } }>(employ, {
        input: { shopId, email, role },
      });
      assertAccepted(addShopStaff.userErrors, `staff ${email}`, 'ALREADY_ON_STAFF');
    }
  }
};
