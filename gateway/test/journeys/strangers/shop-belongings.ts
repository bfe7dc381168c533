import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Client } from '../client.ts';
import { act, newPerson, ownerOf, type Person } from './people.ts';

interface Ticket {
  readonly id: string;
  readonly put: { readonly url: string; readonly headers: readonly { name: string; value: string }[] };
}

/** A licensed picture (its note lies beside it), as a file: this room imports no context. */
const picture = new URL('../../../../subgraphs/catalog/test/fixtures/images/cushion.png', import.meta.url);

/** Uploads the picture with a ticket of the graph. */
export const send = async ({ put }: Ticket): Promise<void> => {
  const headers = Object.fromEntries(put.headers.map(({ name, value }) => [name, value]));
  const response = await fetch(put.url, { method: 'PUT', headers, body: new Uint8Array(await readFile(picture)) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
};
export const fileOf = async (): Promise<{ fileName: string; sizeBytes: number }> => ({
  fileName: 'cushion.png',
  sizeBytes: (await readFile(picture)).length,
});

const ticketFields = 'upload { id put { url headers { name value } } }';

const openedUpload = async (owner: Client, mutation: string, input: object): Promise<Ticket> => {
  const { upload } = await act<{ upload: Ticket }>(owner, mutation, { ...input, ...(await fileOf()) }, ticketFields);
  await send(upload);
  return upload;
};

interface Product {
  readonly id: string;
  readonly externalId: string;
  readonly variants: { readonly nodes: readonly { readonly id: string }[] };
}
const productIn = async (owner: Client, shopId: string, status: 'ACTIVE' | 'DRAFT'): Promise<Product> => {
  const { categories } = await owner.ask<{ categories: { id: string }[] }>('{ categories { id } }');
  const externalId = `${status}-${randomUUID()}`;
  const product = {
    externalId,
    titles: [{ locale: 'en', text: `A ${status} good` }],
    status,
    categoryId: categories[0]?.id,
    currency: 'RUB',
    variants: [{ sku: externalId, priceMinor: '50000', initialOnHand: 20 }],
  };
  const selection = 'product { id externalId variants(first: 1) { nodes { id } } }';
  return (await act<{ product: Product }>(owner, 'productSet', { shopId, product }, selection)).product;
};

const deliveryOf = (shopId: string) => ({
  shopId,
  code: 'post',
  kind: 'POST',
  names: [{ locale: 'en', text: 'Post' }],
  zones: [{ countries: ['RU'], rates: [{ from: '0', priceMinor: '10000' }], minDays: 1, maxDays: 5 }],
});

/** A shop with one of everything it can have, none of it public but one good. */
export const openShop = async () => {
  const founder: Person = await newPerson('founder');
  const slug = `own-${randomUUID().slice(0, 8)}`;
  const opening = { idempotencyKey: randomUUID(), slug, name: 'An own shop', country: 'RU', currency: 'RUB' };
  const { shop } = await act<{ shop: { id: string } }>(founder.client, 'openShop', opening, 'shop { id }');
  const shopId = shop.id;
  const owner = await ownerOf(founder, shopId);
  const method = await act<{ deliveryMethod: { id: string } }>(
    owner,
    'setDeliveryMethod',
    deliveryOf(shopId),
    'deliveryMethod { id }',
  );
  const helper = await newPerson('helper');
  const employed = { shopId, email: helper.email, role: 'CATALOG_EDITOR' };
  const { staff } = await act<{ staff: { id: string } }>(owner, 'addShopStaff', employed, 'staff { id }');
  const { apiClient } = await act<{ apiClient: { id: string } }>(
    owner,
    'createApiClient',
    { shopId, name: '1C', scopes: ['orders:read'] },
    'apiClient { id }',
  );
  const cellar = { shopId, name: 'Cellar' };
  const { location } = await act<{ location: { id: string } }>(owner, 'createStockLocation', cellar, 'location { id }');
  const good = await productIn(owner, shopId, 'ACTIVE');
  const draft = await productIn(owner, shopId, 'DRAFT');
  const pictureUpload = await openedUpload(owner, 'createProductImageUpload', { productId: draft.id });
  const { image } = await act<{ image: { id: string } }>(
    owner,
    'attachProductImage',
    { productId: draft.id, uploadId: pictureUpload.id },
    'image { id }',
  );
  const openUpload = await openedUpload(owner, 'createProductImageUpload', { productId: draft.id });
  return {
    owner,
    ids: {
      shopId,
      ownerId: founder.id,
      methodId: method.deliveryMethod.id,
      staffId: staff.id,
      clientId: apiClient.id,
      locationId: location.id,
      goodId: good.id,
      goodVariantId: good.variants.nodes[0]?.id ?? '',
      draftId: draft.id,
      draftExternalId: draft.externalId,
      draftVariantId: draft.variants.nodes[0]?.id ?? '',
      imageId: image.id,
      imageUploadId: openUpload.id,
      ...(await openMedia(owner, shopId)),
    },
  };
};

/** A film nobody has seen, a page nobody may see yet, and a show that has not begun. */
const openMedia = async (owner: Client, shopId: string) => {
  const film = { shopId, format: 'SHORT', title: 'A film', fileName: 'a.mp4', sizeBytes: 1_000, visibility: 'PRIVATE' };
  const { video } = await act<{ video: { id: string } }>(owner, 'createVideoUpload', film, 'video { id }');
  const page = { shopId, templateCode: 'blank', slug: `page-${randomUUID()}`, title: 'A page', locale: 'en' };
  const { landing } = await act<{ landing: { id: string } }>(owner, 'createVideoLanding', page, 'landing { id }');
  const landingUpload = await openedUpload(owner, 'createLandingImageUpload', { landingId: landing.id });
  const show = { shopId, title: 'A show' };
  const { liveStream } = await act<{ liveStream: { id: string } }>(
    owner,
    'createLiveStream',
    show,
    'liveStream { id }',
  );
  return {
    videoId: video.id,
    landingId: landing.id,
    landingSlug: page.slug,
    landingUploadId: landingUpload.id,
    liveStreamId: liveStream.id,
  };
};
