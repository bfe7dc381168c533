import { randomUUID } from 'node:crypto';
import type { Ids } from './world.ts';

/** Who a root field is for: one who may, or everybody. */
export type Keeper = 'owner' | 'buyer' | 'admin';
export interface Door {
  readonly keeper: Keeper;
  readonly variables: (own: Ids) => Record<string, unknown>;
}
type Input = (own: Ids) => Record<string, unknown>;

const door =
  (keeper: Keeper) =>
  (variables: Input): Door => ({ keeper, variables });
const doing =
  (keeper: Keeper) =>
  (input: Input): Door => ({ keeper, variables: (own) => ({ input: input(own) }) });

/** Root fields that take an id and hide nothing behind it, with the reason. */
export const open: Readonly<Record<string, string>> = {
  category: 'the tree is public',
  shop: 'the shop window is public; what is the staff’s own is guarded field by field',
  user: 'a display name is public; all else of a person is guarded field by field',
  node: 'asked for every id of this test, see below',
  nodes: 'asked for every id of this test, see below',
  search: 'narrows what everybody may find',
};

const owner = doing('owner');
const video = (more: object = {}): Door => owner(({ videoId }) => ({ videoId, ...more }));
const landing = (more: object = {}): Door => owner(({ landingId }) => ({ landingId, ...more }));
const show = (): Door => owner(({ liveStreamId }) => ({ liveStreamId }));
const shop = (more: Input = () => ({})): Door => owner((own) => ({ shopId: own.shopId, ...more(own) }));

/** Doors of a shop's people. What destroys comes last, because the keeper tries all of them in this order. */
const shopDoors: Record<string, Door> = {
  product: door('owner')(({ draftId }) => ({ id: draftId })),
  productByExternalId: door('owner')(({ shopId, draftExternalId }) => ({ shopId, externalId: draftExternalId })),
  shopProducts: door('owner')(({ shopId }) => ({ shopId })),
  inbox: door('owner')(({ shopId }) => ({ shopId })),
  conversationChanged: door('owner')(({ shopId }) => ({ shopId })),
  video: door('owner')(({ videoId }) => ({ id: videoId })),
  videoProgress: door('owner')(({ videoId }) => ({ videoId })),
  liveStream: door('owner')(({ liveStreamId }) => ({ id: liveStreamId })),
  liveStreams: door('owner')(({ shopId }) => ({ shopId })),
  liveStreamStatus: door('owner')(({ liveStreamId }) => ({ liveStreamId })),
  productSet: shop(({ categoryId }) => ({ product: productOf(categoryId) })),
  productsSet: shop(({ categoryId }) => ({ products: [productOf(categoryId)] })),
  createStockLocation: shop(() => ({ name: `Attic ${randomUUID()}` })),
  setStock: shop(({ goodVariantId }) => ({ lines: [{ variantId: goodVariantId, onHand: 19 }] })),
  adjustStock: shop(({ goodVariantId }) => ({
    idempotencyKey: randomUUID(),
    lines: [{ variantId: goodVariantId, delta: 1 }],
  })),
  createProductImageUpload: owner(({ draftId }) => ({ productId: draftId, fileName: 'a.png', sizeBytes: 9 })),
  attachProductImage: owner(({ draftId, imageUploadId }) => ({ productId: draftId, uploadId: imageUploadId })),
  updateProductImage: owner(({ imageId }) => ({ imageId, alt: 'A cushion' })),
  reorderProductImages: owner(({ draftId, imageId }) => ({ productId: draftId, imageIds: [imageId] })),
  updateShop: shop(() => ({ expectedVersion: 1, name: 'Renamed' })),
  addShopStaff: shop(() => ({ email: 'editor@vitrina.example', role: 'FINANCE' })),
  changeStaffRole: shop(({ staffId }) => ({ staffId, role: 'MANAGER' })),
  setDeliveryMethod: shop(() => ({
    code: 'courier',
    kind: 'COURIER',
    names: [{ locale: 'en', text: 'Courier' }],
    zones: [{ countries: ['RU'], rates: [{ from: '0', priceMinor: '1' }], minDays: 1, maxDays: 2 }],
  })),
  createApiClient: shop(() => ({ name: 'Another', scopes: ['orders:read'] })),
  reportMessage: owner(({ messageId }) => ({ messageId, reason: 'SPAM' })),
  searchMessages: door('owner')(({ shopId }) => ({ query: 'blue', shopId })),
  shipOrder: owner(({ orderId }) => ({ idempotencyKey: randomUUID(), orderId })),
  markDelivered: owner(({ orderId }) => ({ idempotencyKey: randomUUID(), orderId })),
  createVideoUpload: shop(() => ({ format: 'SHORT', title: 'More', fileName: 'b.mp4', sizeBytes: 9 })),
  updateVideo: video({ title: 'A better film' }),
  finishVideoUpload: video(),
  chooseVideoThumbnail: video({ atSeconds: 1 }),
  setVideoProductTags: video({ tags: [] }),
  setVideoCaptions: video({ language: 'en', label: 'English', webVtt: '' }),
  retryVideo: video(),
  recordPlayback: video({ sessionId: 'a-session-of-somebody', sequence: 1 }),
  createVideoLanding: shop(() => ({ templateCode: 'blank', slug: `p-${randomUUID()}`, title: 'P', locale: 'en' })),
  updateVideoLandingDraft: landing({ seo: { description: 'A page.' }, sections: [{ text: { body: 'Words' } }] }),
  createLandingImageUpload: landing({ fileName: 'a.png', sizeBytes: 9 }),
  attachLandingImage: owner(({ landingId, landingUploadId }) => ({ landingId, uploadId: landingUploadId, alt: 'A' })),
  renameVideoLanding: owner(({ landingId }) => ({ landingId, slug: `q-${randomUUID()}` })),
  publishVideoLanding: landing(),
  unpublishVideoLanding: landing(),
  revertVideoLanding: landing({ number: 1 }),
  createLiveStream: shop(() => ({ title: 'More' })),
  rotateStreamKey: show(),
  startLiveStream: show(),
  endLiveStream: show(),
  deleteProductImage: owner(({ imageId }) => ({ imageId })),
  archiveProduct: owner(({ draftId }) => ({ productId: draftId })),
  deleteVideoLanding: landing(),
  deleteVideo: video(),
  removeDeliveryMethod: shop(() => ({ code: 'courier' })),
  revokeApiClient: shop(({ clientId }) => ({ clientId })),
  removeShopStaff: shop(({ staffId }) => ({ staffId })),
  closeShop: shop(),
  reopenShop: shop(),
};

const productOf = (categoryId: string) => ({
  externalId: 'somebody-s',
  titles: [{ locale: 'en', text: 'Theirs now' }],
  status: 'DRAFT',
  categoryId,
  currency: 'RUB',
  variants: [{ sku: 'somebody-s', priceMinor: '1' }],
});

const buyer = doing('buyer');
const chat = (more: object = {}): Door => buyer(({ conversationId }) => ({ conversationId, ...more }));
const keyed = (input: Input): Door => buyer((own) => ({ idempotencyKey: randomUUID(), ...input(own) }));

const buyerDoors: Record<string, Door> = {
  conversation: door('buyer')(({ conversationId }) => ({ id: conversationId })),
  messageAdded: door('buyer')(({ conversationId }) => ({ conversationId, afterSeq: 0 })),
  conversationActivity: door('buyer')(({ conversationId }) => ({ conversationId })),
  attachCart: buyer(({ cartId }) => ({ cartId })),
  cart: door('buyer')(({ cartId }) => ({ id: cartId })),
  order: door('buyer')(({ orderId }) => ({ id: orderId })),
  orderGroup: door('buyer')(({ groupId }) => ({ id: groupId })),
  orderStatusChanged: door('buyer')(({ orderId }) => ({ orderId, afterVersion: 0 })),
  payment: door('buyer')(({ paymentId }) => ({ id: paymentId })),
  updateAddress: buyer(({ addressId }) => ({ addressId, address: homeAddress })),
  setDefaultAddress: buyer(({ addressId }) => ({ addressId })),
  openConversation: buyer(({ orderId }) => ({ orderId })),
  sendMessage: chat({ clientMessageId: 'a-message-of-somebody', text: 'Hello' }),
  createMessageAttachmentUpload: chat({ fileName: 'a.png', sizeBytes: 9 }),
  markConversationRead: chat({ sequence: 1 }),
  markConversationDelivered: chat({ sequence: 1 }),
  sendTyping: chat(),
  editMessage: buyer(({ messageId }) => ({ messageId, text: 'Is it red?' })),
  deleteMessage: buyer(({ messageId }) => ({ messageId })),
  blockConversation: chat(),
  unblockConversation: chat(),
  addToCart: buyer(({ cartId, goodVariantId }) => ({ cartId, variantId: goodVariantId })),
  setCartLineQuantity: buyer(({ cartId, lineId }) => ({ cartId, lineId, quantity: 2 })),
  acceptCartPrices: buyer(({ cartId }) => ({ cartId })),
  setCartDelivery: buyer(({ cartId }) => ({ cartId, address: homeAddress })),
  buyNow: keyed(({ goodVariantId, addressId, paymentMethodId }) => ({
    variantId: goodVariantId,
    unitPriceMinor: '50000',
    currency: 'RUB',
    addressId,
    paymentMethodId,
  })),
  confirmDelivery: keyed(({ orderId }) => ({ orderId })),
  cancelOrder: keyed(({ orderId }) => ({ orderId })),
  cancelCheckout: keyed(({ groupId }) => ({ groupId })),
  checkout: keyed(({ cartId }) => ({ cartId, payment: { providerToken: 'pm_card_visa' } })),
  removeFromCart: buyer(({ cartId, lineId }) => ({ cartId, lineIds: [lineId] })),
  removePushSubscription: buyer(({ pushSubscriptionId }) => ({ pushSubscriptionId })),
  removePaymentMethod: buyer(({ paymentMethodId }) => ({ id: paymentMethodId })),
  removeAddress: buyer(({ addressId }) => ({ addressId })),
  revokeSession: buyer(({ otherSessionId }) => ({ sessionId: otherSessionId })),
};

const homeAddress = {
  name: 'Анна',
  line1: 'Тверская улица, 2',
  city: 'Москва',
  postalCode: '125009',
  country: 'RU',
};

const admin = doing('admin');

/** Doors of those who run the market. */
const adminDoors: Record<string, Door> = {
  saga: door('admin')(({ groupId }) => ({ groupId })),
  ledgerEntries: door('admin')(({ orderId }) => ({ orderId })),
  notificationRuns: door('admin')(({ buyerId }) => ({ recipientId: buyerId })),
  previewNotificationTemplate: door('admin')(({ orderId }) => ({
    kind: 'order-paid',
    channel: 'EMAIL',
    locale: 'EN',
    source: 'BUILT_IN',
    subjectId: orderId,
  })),
  confirmUserEmail: admin(({ buyerId }) => ({ userId: buyerId })),
  grantRole: admin(({ buyerId }) => ({ userId: buyerId, role: 'SUPPORT' })),
  revokeRole: admin(({ buyerId }) => ({ userId: buyerId, role: 'SUPPORT' })),
  decideReportedMessage: admin(({ messageId }) => ({ messageId, decision: 'DISMISS' })),
  decideHeldMessage: admin(({ heldMessageId }) => ({ messageId: heldMessageId, decision: 'RELEASE' })),
  retryNotificationDelivery: admin(({ deliveryId }) => ({ deliveryId })),
  resumeSaga: admin(({ sagaId }) => ({ sagaId, reason: 'a test' })),
  setShopCommission: admin(({ shopId }) => ({ shopId, commissionBasisPoints: 500 })),
  setSearchRule: admin(({ goodId }) => ({ query: 'an own good', productId: goodId, action: 'PIN', position: 1 })),
  removeSearchRule: admin(({ ruleId }) => ({ id: ruleId })),
  createCategory: admin(() => ({ names: [{ locale: 'en', text: `Theirs ${randomUUID()}` }] })),
  renameCategory: admin(({ leafId }) => ({ categoryId: leafId, names: [{ locale: 'en', text: 'Renamed' }] })),
  setCategoryAttributes: admin(({ leafId }) => ({ categoryId: leafId, attributes: [] })),
  moveCategory: admin(({ leafId, categoryId }) => ({ categoryId: leafId, parentId: categoryId })),
  mergeCategories: admin(({ leafId, categoryId }) => ({ sourceId: leafId, targetId: categoryId })),
};

/** Every root field that takes an id and is not for everybody. */
export const doors: Readonly<Record<string, Door>> = { ...shopDoors, ...buyerDoors, ...adminDoors };
