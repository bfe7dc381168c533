import { randomUUID } from 'node:crypto';
import type { Ids } from './world.ts';

/** A call of somebody who may make it with what is theirs, and slips one id of another's in. */
export interface MixedDoor {
  readonly field: string;
  readonly as: 'owner' | 'buyer';
  readonly input: (mine: Ids, theirs: Ids) => Record<string, unknown>;
  /** What it is told, where that is more than that there is no such thing. */
  readonly told?: string;
}

const key = () => ({ idempotencyKey: randomUUID() });

const ofShops: readonly MixedDoor[] = [
  {
    field: 'setStock',
    as: 'owner',
    input: ({ shopId }, { draftVariantId }) => ({ shopId, lines: [{ variantId: draftVariantId, onHand: 0 }] }),
  },
  {
    field: 'setStock',
    as: 'owner',
    input: ({ shopId, goodVariantId }, { locationId }) => ({
      shopId,
      lines: [{ variantId: goodVariantId, locationId, onHand: 0 }],
    }),
  },
  {
    field: 'adjustStock',
    as: 'owner',
    input: ({ shopId }, { goodVariantId }) => ({ ...key(), shopId, lines: [{ variantId: goodVariantId, delta: -1 }] }),
  },
  { field: 'changeStaffRole', as: 'owner', input: ({ shopId }, { staffId }) => ({ shopId, staffId, role: 'OWNER' }) },
  { field: 'removeShopStaff', as: 'owner', input: ({ shopId }, { staffId }) => ({ shopId, staffId }) },
  { field: 'revokeApiClient', as: 'owner', input: ({ shopId }, { clientId }) => ({ shopId, clientId }) },
  {
    field: 'attachProductImage',
    as: 'owner',
    input: ({ draftId }, { imageUploadId }) => ({ productId: draftId, uploadId: imageUploadId }),
  },
  {
    field: 'attachLandingImage',
    as: 'owner',
    input: ({ landingId }, { landingUploadId }) => ({ landingId, uploadId: landingUploadId, alt: 'A' }),
  },
  {
    field: 'setVideoProductTags',
    as: 'owner',
    input: ({ videoId }, { goodId }) => ({ videoId, tags: [{ productId: goodId, startSeconds: 0, endSeconds: 1 }] }),
    // A film that has not arrived takes no tags at all; the room's own tests say what a finished one answers.
    told: 'VIDEO_NOT_READ_YET',
  },
];

const ofBuyers: readonly MixedDoor[] = [
  { field: 'setCartDelivery', as: 'buyer', input: ({ cartId }, { addressId }) => ({ cartId, addressId }) },
  {
    field: 'setCartLineQuantity',
    as: 'buyer',
    input: ({ cartId }, { lineId }) => ({ cartId, lineId, quantity: 3 }),
  },
  {
    field: 'addToCart',
    as: 'buyer',
    input: ({ cartId }, { draftVariantId }) => ({ cartId, variantId: draftVariantId }),
    told: 'NOT_FOR_SALE',
  },
  {
    field: 'checkout',
    as: 'buyer',
    input: ({ cartId }, { addressId }) => ({
      ...key(),
      cartId,
      addressId,
      payment: { providerToken: 'pm_card_visa' },
    }),
  },
  {
    field: 'checkout',
    as: 'buyer',
    input: ({ cartId }, { paymentMethodId }) => ({ ...key(), cartId, payment: { paymentMethodId } }),
  },
  {
    field: 'buyNow',
    as: 'buyer',
    input: ({ goodVariantId, addressId }, { paymentMethodId }) => ({
      ...key(),
      variantId: goodVariantId,
      unitPriceMinor: '50000',
      currency: 'RUB',
      addressId,
      paymentMethodId,
    }),
  },
  {
    field: 'sendMessage',
    as: 'buyer',
    input: ({ conversationId }, { orderId }) => said(conversationId, { card: { orderId } }),
    told: 'CARD_NOT_ALLOWED',
  },
  {
    field: 'sendMessage',
    as: 'buyer',
    input: ({ conversationId }, { draftId }) => said(conversationId, { card: { productId: draftId } }),
    told: 'CARD_NOT_ALLOWED',
  },
  {
    field: 'sendMessage',
    as: 'buyer',
    input: ({ conversationId }, { attachmentUploadId }) =>
      said(conversationId, { attachmentUploadIds: [attachmentUploadId] }),
  },
  {
    field: 'openConversation',
    as: 'buyer',
    input: (_mine, { draftId }) => ({ productId: draftId }),
    told: 'NOT_ON_SALE',
  },
];

const said = (conversationId: string, more: object) => ({
  conversationId,
  clientMessageId: randomUUID(),
  text: 'Look at this',
  ...more,
});

/** Every pair of own and foreign ids that one input can hold. */
export const mixedDoors: readonly MixedDoor[] = [...ofShops, ...ofBuyers];
