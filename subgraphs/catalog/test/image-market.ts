import { readFile } from 'node:fs/promises';
import { editor, type Market, openMarket, productInput, type Refused, search } from './market.ts';

/** A licensed file of test/fixtures/images. */
export const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`./fixtures/images/${name}`, import.meta.url));

export interface ShownImage {
  readonly id: string;
  readonly position: number;
  readonly state: 'PROCESSING' | 'READY' | 'FAILED';
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly alt: string;
  readonly url: string | null;
  readonly srcset: string | null;
  readonly avif: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbhash: string | null;
  readonly dominantColor: string | null;
}

export const imageFields = `id position state failure { code message } alt url(width: 300) srcset
  avif: srcset(format: AVIF) width height thumbhash dominantColor`;

type As = typeof editor;
interface Outcome<T> {
  readonly userErrors: Refused[];
  readonly image?: T;
}

/** A market in which products get pictures, with the words for that. */
export const openImageMarket = async () => {
  const market: Market = await openMarket();
  const categoryId = await market.category('Pictures');
  let made = 0;

  /** Runs one of the image mutations. */
  const mutate = async <T>(name: string, input: object, fields: string, as: As = editor): Promise<T> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await market.answer<Record<string, T>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { __typename code field message } } }`,
      { input },
      { as },
    );
    return data[name] as T;
  };

  const upload = async (productId: string, bytes: Buffer, as: As = editor): Promise<string> => {
    const opened = await mutate<{ upload: { id: string } | null }>(
      'createProductImageUpload',
      { productId, fileName: 'photo.jpg', sizeBytes: bytes.length },
      'upload { id token tusUrl put { url headers { name value } } maxBytes }',
      as,
    );
    const id = opened.upload?.id ?? '';
    await market.sendUpload({ id }, bytes);
    return id;
  };

  const attach = (productId: string, uploadId: string, as: As = editor) =>
    mutate<Outcome<ShownImage | null>>(
      'attachProductImage',
      { productId, uploadId, alt: 'A thing' },
      `image { ${imageFields} }`,
      as,
    );

  const images = async (productId: string, as?: As): Promise<ShownImage[]> => {
    const data = await market.answer<{ product: { images: ShownImage[] } | null }>(
      `query ($id: ID!) { product(id: $id) { images { ${imageFields} } } }`,
      { id: productId },
      as ? { as } : {},
    );
    return data.product?.images ?? [];
  };

  return {
    ...market,
    mutate,
    upload,
    attach,
    images,
    /** A product of its own for each test. */
    newProduct: async (changes: object = {}): Promise<string> => {
      made += 1;
      const input = { externalId: `pic-${made}`, variants: [{ sku: `PIC-${made}`, priceMinor: '5' }], ...changes };
      return (await market.product(productInput(categoryId, input))).id;
    },
    /** Uploads and attaches a file; the worker has not seen it yet. */
    add: async (productId: string, bytes: Buffer): Promise<string> => {
      const { image, userErrors } = await attach(productId, await upload(productId, bytes));
      if (!image) throw new Error(userErrors[0]?.code ?? 'no image');
      return image.id;
    },
    versionOf: async (productId: string): Promise<number> => {
      const [document] = (
        await market.answer<{ searchDocuments: { version: number }[] }>(
          'query ($ids: [ID!]!) { searchDocuments(ids: $ids) { version } }',
          { ids: [productId] },
          { as: search },
        )
      ).searchDocuments;
      return document?.version ?? 0;
    },
  };
};

export type ImageMarket = Awaited<ReturnType<typeof openImageMarket>>;
