import { readdir, readFile } from 'node:fs/promises';
import type { ProductRow } from '../schema.ts';
import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';
import { type PutTicket, putTicketFields, sendFile } from './send-file.ts';

const folder = new URL('../data/pictures/', import.meta.url);

const findProduct = `query SeededProduct($shopId: ID!, $externalId: String!) {
  productByExternalId(shopId: $shopId, externalId: $externalId) { id title images { id } }
}`;
const openUpload = `mutation SeedPicture($input: CreateProductImageUploadInput!) {
  createProductImageUpload(input: $input) { ${putTicketFields} ${userErrorFields} }
}`;
const attach = `mutation SeedAttach($input: AttachProductImageInput!) {
  attachProductImage(input: $input) { ${userErrorFields} }
}`;

interface Found {
  readonly productByExternalId: {
    readonly id: string;
    readonly title: string;
    readonly images: readonly unknown[];
  } | null;
}
interface Opened {
  readonly createProductImageUpload: {
    readonly upload: PutTicket | null;
    readonly userErrors: UserError[];
  };
}

/** Files by the name the source gives them: their format is another here. */
const picturesBySource = async (): Promise<Map<string, URL>> => {
  const names = await readdir(folder);
  return new Map(names.map((name) => [name.replace(/\.webp$/, ''), new URL(name, folder)]));
};

/** The file of a row's first picture, where the demo has it. */
const pictureOf = ({ images }: ProductRow, pictures: ReadonlyMap<string, URL>): URL | undefined =>
  pictures.get(images[0]?.replace(/\.\w+$/, '') ?? '');

/** Rows whose picture the demo has, those of the shop with most of them first. */
export const rowsWithPictures = async (rows: readonly ProductRow[]): Promise<readonly ProductRow[]> => {
  const pictures = await picturesBySource();
  const shown = rows.filter((row) => pictureOf(row, pictures));
  const perShop = (slug: string): number => shown.filter(({ shopSlug }) => shopSlug === slug).length;
  return shown.toSorted((left, right) => perShop(right.shopSlug) - perShop(left.shopSlug));
};

/** Sends one picture as a shop's own tool would: open, PUT, attach. */
const sendPicture = async (
  owner: SeedClient,
  product: { readonly id: string; readonly title: string },
  file: URL,
): Promise<void> => {
  const bytes = await readFile(file);
  const fileName = file.pathname.split('/').at(-1) ?? 'picture';
  const { createProductImageUpload: opened } = await owner.ask<Opened>(openUpload, {
    input: { productId: product.id, fileName, sizeBytes: bytes.length },
  });
  assertAccepted(opened.userErrors, `picture ${fileName}`);
  if (!opened.upload) return;
  await sendFile(opened.upload, bytes, fileName);
  const { attachProductImage } = await owner.ask<{ attachProductImage: { userErrors: UserError[] } }>(attach, {
    input: { productId: product.id, uploadId: opened.upload.id, alt: product.title },
  });
  assertAccepted(attachProductImage.userErrors, `picture ${fileName}`);
};

/**
 * Gives goods the pictures there are: one each, for those whose source has them under a licence that allows it. A product
 * that has pictures already keeps them. Rendering goes on in the background after this returns.
 */
export const pushPictures = async (
  owner: SeedClient,
  rows: readonly ProductRow[],
  shopIds: ReadonlyMap<string, string>,
): Promise<number> => {
  const pictures = await picturesBySource();
  let sent = 0;
  for (const row of rows) {
    const { shopSlug, externalId } = row;
    const file = pictureOf(row, pictures);
    if (!file) continue;
    const found = await owner.ask<Found>(findProduct, { shopId: shopIds.get(shopSlug), externalId });
    const product = found.productByExternalId;
    if (!product || product.images.length > 0) continue;
    await sendPicture(owner, product, file);
    sent += 1;
  }
  return sent;
};
