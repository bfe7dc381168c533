import { readFile } from 'node:fs/promises';
import { Upload as TusUpload } from 'tus-js-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { goodsOf } from './shopping.ts';

interface Ticket {
  readonly id: string;
  readonly tusUrl: string;
  readonly token: string;
  readonly put: { readonly url: string; readonly headers: readonly { name: string; value: string }[] };
}
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly width: number | null;
  readonly webp: string | null;
  readonly jpeg: string | null;
  readonly avif: string | null;
  readonly srcset: string | null;
}
interface Attached {
  readonly image: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const picturesQuery = `query Pictures($id: ID!) { product(id: $id) { images {
  id state failure { code message } width webp: url(width: 300) jpeg: url(width: 640, format: JPEG)
  avif: url(width: 300, format: AVIF) srcset } } }`;
const openMutation = `mutation Open($input: CreateProductImageUploadInput!) { createProductImageUpload(input: $input) {
  upload { id tusUrl token put { url headers { name value } } } userErrors { code message } } }`;
const attachMutation = `mutation Attach($input: AttachProductImageInput!) { attachProductImage(input: $input) {
  image { id } userErrors { code message } } }`;
const deleteMutation = `mutation Delete($input: DeleteProductImageInput!) { deleteProductImage(input: $input) {
  product { id } userErrors { code } } }`;

// A licensed picture (its note lies beside it), as a file: this room imports no context.
const fixtures = new URL('../../../subgraphs/catalog/test/fixtures/images/', import.meta.url);

/** The worker may still have the demo's own pictures and clip in hand. */
const patienceMs = 200_000;

let editor: Client;
let productId: string;
let photo: Buffer;

beforeAll(async () => {
  editor = await signIn('editor@vitrina.example');
  const { viewer } = await editor.ask<{ viewer: { memberships: { shop: { slug: string } }[] } }>(
    '{ viewer { memberships { shop { slug } } } }',
  );
  const [good] = await goodsOf(editor, viewer.memberships[0]?.shop.slug ?? '');
  productId = good?.productId ?? '';
  photo = await readFile(new URL('cushion.png', fixtures));
});

const open = async (bytes: Buffer, as = editor): Promise<Ticket> => {
  const input = { productId, fileName: 'cushion.png', sizeBytes: bytes.length };
  const { createProductImageUpload } = await as.ask<{ createProductImageUpload: { upload: Ticket } }>(openMutation, {
    input,
  });
  return createProductImageUpload.upload;
};

const putBytes = async ({ put }: Ticket, bytes: Buffer): Promise<void> => {
  const headers = Object.fromEntries(put.headers.map(({ name, value }) => [name, value]));
  const response = await fetch(put.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(response.status, await response.text()).toBeLessThan(300);
};

const sendByTus = ({ tusUrl, token }: Ticket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const upload = new TusUpload(bytes, {
      endpoint: tusUrl,
      headers: { authorization: `Bearer ${token}` },
      uploadSize: bytes.length,
      chunkSize: 64 * 1024,
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });

const attach = async (uploadId: string): Promise<Attached> =>
  (
    await editor.ask<{ attachProductImage: Attached }>(attachMutation, {
      input: { productId, uploadId, alt: 'A cushion with parrots' },
    })
  ).attachProductImage;

const seenBy = async (viewer: Client, id: string): Promise<Shown | undefined> => {
  const { product } = await viewer.ask<{ product: { images: Shown[] } }>(picturesQuery, { id: productId });
  return product.images.find((image) => image.id === id);
};

const decided = (id: string) =>
  eventually(
    () => seenBy(editor, id),
    (image) => image !== undefined && image.state !== 'PROCESSING',
    90_000,
  );

const expectServed = async (url: string | null | undefined, type: string): Promise<void> => {
  const response = await fetch(url ?? '');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(response.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
};

describe("a product's picture, from a seller's disk to a buyer's page", () => {
  it(
    'comes by one PUT, is shown within seconds in WebP and JPEG, and then in AVIF',
    async () => {
      const ticket = await open(photo);
      await putBytes(ticket, photo);
      const id = (await attach(ticket.id)).image?.id ?? '';
      expect(await decided(id)).toMatchObject({ state: 'READY', failure: null, width: 1024 });
      const shown = await seenBy(client(), id);
      await expectServed(shown?.webp, 'image/webp');
      await expectServed(shown?.jpeg, 'image/jpeg');
      const entries = (shown?.srcset ?? '').split(', ').map((entry) => entry.split(' '));
      expect(entries.map(([, width]) => width)).toEqual(['160w', '320w', '640w', '960w', '1024w']);
      for (const [url] of entries) await expectServed(url, 'image/webp');
      const late = await eventually(
        () => seenBy(client(), id),
        (image) => image?.avif?.endsWith('.avif') === true,
        90_000,
      );
      await expectServed(late?.avif, 'image/avif');
    },
    patienceMs,
  );

  it(
    'comes by tus in pieces just as well, and the same bytes have the same addresses',
    async () => {
      const ticket = await open(photo);
      await sendByTus(ticket, photo);
      const id = (await attach(ticket.id)).image?.id ?? '';
      const again = await decided(id);
      expect(again?.state).toBe('READY');
      const others = await editor.ask<{ product: { images: Shown[] } }>(picturesQuery, { id: productId });
      expect(new Set(others.product.images.map(({ webp }) => webp)).size).toBe(1);
      await editor.ask(deleteMutation, { input: { imageId: id } });
      expect(await seenBy(editor, id)).toBeUndefined();
    },
    patienceMs,
  );

  it(
    'is refused in words when the file is no picture, or a broken one',
    async () => {
      const page = Buffer.from('<html><script>alert(1)</script></html>');
      const ticket = await open(page);
      await putBytes(ticket, page);
      expect(await attach(ticket.id)).toMatchObject({ image: null, userErrors: [{ code: 'UNSUPPORTED_FILE_TYPE' }] });
      const broken = await readFile(new URL('cut-off.jpg', fixtures));
      const second = await open(broken);
      await putBytes(second, broken);
      const id = (await attach(second.id)).image?.id ?? '';
      const failed = await decided(id);
      expect(failed).toMatchObject({ state: 'FAILED', failure: { code: 'CORRUPT_IMAGE' } });
      expect(await seenBy(client(), id)).toBeUndefined();
    },
    patienceMs,
  );

  it('is not for somebody who does not work there to send', async () => {
    const buyer = await signIn('buyer@vitrina.example');
    const input = { productId, fileName: 'x.png', sizeBytes: 10 };
    for (const [asker, code] of [
      [buyer, 'FORBIDDEN'],
      [client(), 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await asker.try(openMutation, { input });
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
    }
  });

  it(
    'is there for goods of the demo whose source has one, found by searching',
    async () => {
      interface Hits {
        readonly search: { readonly nodes: readonly { readonly product: { readonly images: readonly Shown[] } }[] };
      }
      const search = `{ search(query: "plimsolls", first: 10) { nodes { product { images { id srcset webp: url } } } } }`;
      const found = await eventually(
        () => client().ask<Hits>(search),
        (hits) => hits.search.nodes.some(({ product }) => product.images.length > 0),
        90_000,
      );
      const [image] = found.search.nodes.flatMap(({ product }) => product.images);
      expect(image?.srcset?.split(', ').length).toBeGreaterThan(3);
      await expectServed(image?.webp, 'image/webp');
    },
    patienceMs,
  );
});
