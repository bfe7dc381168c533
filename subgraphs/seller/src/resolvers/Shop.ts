import { requireInShop, requireUser } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { canAny, worksFor } from '../domain/capabilities.ts';
import { textFor } from '../domain/localised.ts';
import type { ShopResolvers } from '../generated/resolvers.ts';
import { clientsByShop, methodsByShop, salesByShop, shops, staffByShop } from '../queries/loaders.ts';

const salesReaders = ['orders:read', 'payments:read'];

export const Shop: ShopResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.one(shops).load(id),
  description: ({ descriptions }, { locale }) => textFor(descriptions, locale ?? 'en'),
  deliveryMethods: async ({ id }, _args, { loaders, actor }) => {
    const methods = await loaders.many(methodsByShop).load(id);
    return worksFor(actor, id) ? methods : methods.filter((method) => method.active);
  },
  staff: ({ id }, _args, { loaders, actor }) => {
    requireInShop(actor, id, 'staff:manage');
    return loaders.many(staffByShop).load(id);
  },
  settings: (shop, _args, { actor }) => {
    requireInShop(actor, shop.id, 'shop:settings');
    return shop;
  },
  apiClients: ({ id }, _args, { loaders, actor }) => {
    requireInShop(actor, id, 'shop:settings');
    return loaders.many(clientsByShop).load(id);
  },
  sales: async ({ id }, { period }, { loaders, actor }) => {
    if (actor.kind === 'anonymous') requireUser(actor);
    if (!canAny(actor, id, salesReaders)) {
      throw new AppError(
        'FORBIDDEN',
        `This needs one of the capabilities ${salesReaders.join(', ')} in that shop; ask the shop's owner for it.`,
      );
    }
    return loaders.many(salesByShop[period]).load(id);
  },
};
