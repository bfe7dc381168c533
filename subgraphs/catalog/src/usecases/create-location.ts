import { AppError } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { checkText } from '../domain/check-text.ts';
import { Problems } from '../domain/problems.ts';
import type { StockLocationRow } from '../queries/stock.ts';
import type { Services } from '../services.ts';
import { defaultLocation } from '../store/location.store.ts';
import { lockShop } from '../store/product.store.ts';
import { stockLocation } from '../store/stock.table.ts';
import { readShopLocations } from '../store/stock-lines.store.ts';
import { knowShop } from './learn-shop.ts';

/** Places one shop may keep goods in. */
const maxLocations = 50;

/** Opens a further place for a shop's goods; the default one is there already. */
export const createLocation = async (
  services: Services,
  shopId: string,
  name: string,
): Promise<Result<StockLocationRow, Refusal>> => {
  const problems = new Problems();
  const clean = checkText(name, ['name'], 100, problems) ?? '';
  const checked = problems.unless(() => clean);
  if (!checked.ok) return checked;
  if (!(await knowShop(services, shopId)))
    throw new AppError('NOT_FOUND', 'There is no such shop.', { field: ['input', 'shopId'] });
  const now = services.clock.now();
  return services.database.transaction(async (tx) => {
    await lockShop(tx, shopId);
    await defaultLocation(tx, shopId, now);
    if ((await readShopLocations(tx, shopId)).length >= maxLocations) {
      return refuse(plainRefusal('TOO_MANY_LOCATIONS', [], `A shop has at most ${maxLocations} locations.`));
    }
    const row = { id: newId('loc'), shopId, name: checked.value, isDefault: false };
    const made = await tx
      .insert(stockLocation)
      .values({ ...row, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: stockLocation.id });
    return made.length > 0
      ? ok(row)
      : refuse(plainRefusal('NAME_TAKEN', ['name'], 'The shop has a location of this name; choose another.'));
  });
};
