import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { checkProduct } from '../domain/check-product.ts';
import { type ProductPlan, planProduct } from '../domain/plan-product.ts';
import type { ProductContent } from '../domain/product.ts';
import type { ProductDraft } from '../domain/product-draft.ts';
import type { Services } from '../services.ts';
import { defaultLocation } from '../store/location.store.ts';
import {
  lockShop,
  pinCategories,
  readDefinitions,
  readSkuHolders,
  readStoredProducts,
  writePlans,
} from '../store/product.store.ts';
import { knowShop } from './learn-shop.ts';
import { publishPlans } from './publish-plans.ts';

/** Somebody changed the product since the caller saw it. */
export interface StaleVersionRefusal extends Refusal {
  readonly __typename: 'StaleProductVersion';
  readonly currentVersion: number;
}

/** What became of one product. */
export type SetOutcome = Result<Pick<ProductPlan, 'id' | 'change'>, Refusal>;

/** One product of a call and where it stands in the input. */
export interface ProductRowInput {
  readonly draft: ProductDraft;
  readonly field: readonly string[];
}

export const staleVersion = (field: readonly string[], currentVersion: number): StaleVersionRefusal => ({
  __typename: 'StaleProductVersion',
  code: 'STALE_VERSION',
  field: [...field, 'expectedVersion'],
  message: `The product is at version ${currentVersion} by now; read it again and apply your change to that.`,
  currentVersion,
});

const newIds = { product: () => newId('prd'), variant: () => newId('var') };

const checkAll = async (tx: Tx, rows: readonly ProductRowInput[]): Promise<Result<ProductContent, Refusal>[]> => {
  const present = await pinCategories(tx, [...new Set(rows.map(({ draft }) => draft.categoryId))]);
  const definitions = await readDefinitions(tx, [...new Set(present.values())]);
  return rows.map(({ draft, field }) => {
    const categoryId = present.get(draft.categoryId);
    return checkProduct(draft, { field, categoryId, definitions: definitions.get(categoryId ?? '') ?? [] });
  });
};

/** Refuses SKUs that another product of the shop holds, be it stored or accepted earlier in this call. */
const claimSkus = (content: ProductContent, field: readonly string[], holders: Map<string, string>): Refusal[] => {
  const taken = content.variants.flatMap(({ sku }, index) => {
    const holder = holders.get(sku);
    if (holder === undefined || holder === content.externalId) return [];
    return plainRefusal(
      'DUPLICATE_SKU',
      [...field, 'variants', String(index), 'sku'],
      `The shop's product "${holder}" has this SKU; give each variant its own.`,
    );
  });
  if (taken.length === 0) for (const { sku } of content.variants) holders.set(sku, content.externalId);
  return taken;
};

const planAll = async (
  tx: Tx,
  shopId: string,
  rows: readonly ProductRowInput[],
): Promise<Result<ProductPlan, Refusal>[]> => {
  const checked = await checkAll(tx, rows);
  const contents = checked.flatMap((result) => (result.ok ? [result.value] : []));
  const stored = await readStoredProducts(
    tx,
    shopId,
    contents.map(({ externalId }) => externalId),
  );
  const holders = await readSkuHolders(
    tx,
    shopId,
    contents.flatMap(({ variants }) => variants.map(({ sku }) => sku)),
  );
  const seen = new Set<string>();
  return checked.map((result, index): Result<ProductPlan, Refusal> => {
    if (!result.ok) return result;
    const { draft, field } = rows[index] as ProductRowInput;
    const before = stored.get(result.value.externalId);
    if (seen.has(result.value.externalId))
      return refuse(
        plainRefusal(
          'DUPLICATE_EXTERNAL_ID',
          [...field, 'externalId'],
          'This product stands twice in the call; send each once.',
        ),
      );
    seen.add(result.value.externalId);
    if (draft.expectedVersion != null && draft.expectedVersion !== (before?.version ?? 0))
      return refuse(staleVersion(field, before?.version ?? 0));
    const [taken, ...more] = claimSkus(result.value, field, holders);
    return taken ? refuse(taken, ...more) : ok(planProduct(result.value, before, newIds));
  });
};

const requireKnownShop = async (services: Services, shopId: string): Promise<void> => {
  if (!(await knowShop(services, shopId)))
    throw new AppError('NOT_FOUND', 'There is no such shop.', { field: ['input', 'shopId'] });
};

/**
 * Makes products of one shop be as described, in one transaction and with a fixed number of statements. Rows are set or
 * refused one by one; what already is as described is neither written nor published. The caller has checked access.
 */
export const setProducts = async (
  services: Services,
  shopId: string,
  rows: readonly ProductRowInput[],
): Promise<SetOutcome[]> => {
  await requireKnownShop(services, shopId);
  const now = services.clock.now();
  return services.database.transaction(async (tx) => {
    const shop = await lockShop(tx, shopId);
    const planned = await planAll(tx, shopId, rows);
    const plans = planned.flatMap((result) => (result.ok && result.value.change !== 'UNCHANGED' ? [result.value] : []));
    if (plans.length > 0) {
      await writePlans(tx, { shopId, locationId: await defaultLocation(tx, shopId, now) }, plans, now);
      await publishPlans(tx, services.events, { shopId, counted: shop?.status === 'active' }, plans);
    }
    return planned.map((result) => (result.ok ? ok({ id: result.value.id, change: result.value.change }) : result));
  });
};
