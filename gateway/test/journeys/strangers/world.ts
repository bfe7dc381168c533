import { randomUUID } from 'node:crypto';
import { type Client, eventually, signIn } from '../client.ts';
import { settleBuyer } from './buyer-belongings.ts';
import { act } from './people.ts';
import { openShop } from './shop-belongings.ts';

interface Run {
  readonly notificationRuns: { readonly nodes: readonly { readonly steps: readonly { readonly id: string }[] }[] };
}

/** What those who run the market keep about an order, and a leaf of the tree that no other test stands on. */
const adminBelongings = async (admin: Client, buyerId: string, groupId: string, goodId: string) => {
  const { saga } = await admin.ask<{ saga: { id: string } }>('query ($id: ID!) { saga(groupId: $id) { id } }', {
    id: groupId,
  });
  const pin = { query: `own ${randomUUID()}`, productId: goodId, action: 'PIN', position: 1 };
  const { rule } = await act<{ rule: { id: string } }>(admin, 'setSearchRule', pin, 'rule { id }');
  const names = [{ locale: 'en', text: `A leaf ${randomUUID()}` }];
  const { category } = await act<{ category: { id: string } }>(admin, 'createCategory', { names }, 'category { id }');
  const branch = { names: [{ locale: 'en', text: `A branch ${randomUUID()}` }] };
  const into = await act<{ category: { id: string } }>(admin, 'createCategory', branch, 'category { id }');
  const { notificationRuns } = await eventually(
    () =>
      admin.ask<Run>('query ($id: ID!) { notificationRuns(recipientId: $id, first: 1) { nodes { steps { id } } } }', {
        id: buyerId,
      }),
    (answer) => answer.notificationRuns.nodes.length > 0,
  );
  return {
    sagaId: saga.id,
    ruleId: rule.id,
    leafId: category.id,
    categoryId: into.category.id,
    deliveryId: notificationRuns.nodes[0]?.steps[0]?.id ?? '',
  };
};

/** A shop and a buyer of its goods with one of everything, and who may see it. */
export const openWorld = async () => {
  const admin = await signIn('admin@vitrina.example');
  const shop = await openShop();
  const buyer = await settleBuyer(shop.ids.goodVariantId);
  const kept = await adminBelongings(admin, buyer.ids.buyerId, buyer.ids.groupId, shop.ids.goodId);
  return { owner: shop.owner, buyer: buyer.buyer, admin, ids: { ...shop.ids, ...buyer.ids, ...kept } };
};

export type World = Awaited<ReturnType<typeof openWorld>>;
/** Ids of all that is in a world, by what they are of. */
export type Ids = World['ids'];
