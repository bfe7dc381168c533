import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, type ImageMarket, imageFields, openImageMarket, type ShownImage } from './image-market.ts';
import { buyer, editor, otherEditor, type Refused } from './market.ts';

describe("a product's pictures", () => {
  let market: ImageMarket;
  let photo: Buffer;
  beforeAll(async () => {
    market = await openImageMarket();
    photo = await fixture('cushion.png');
  });
  afterAll(() => market.close());

  const updatesOf = async (id: string) =>
    (await market.published()).filter(({ aggregateId, name }) => aggregateId === id && name === 'product.updated');
  const shown = async (productId: string) => (await market.images(productId)).map(({ id }) => id);

  it('are shown once they are rendered, in every width, and the product says that it changed', async () => {
    const productId = await market.newProduct();
    const { image } = await market.attach(productId, await market.upload(productId, photo));
    expect(image).toMatchObject({ state: 'PROCESSING', url: null, srcset: null, width: null, alt: 'A thing' });
    expect(await market.images(productId)).toEqual([]);
    expect(await market.images(productId, editor)).toMatchObject([{ state: 'PROCESSING' }]);
    await market.runJobs();
    const [ready] = (await market.images(productId)) as [ShownImage];
    expect(ready).toMatchObject({ id: image?.id, state: 'READY', failure: null, width: 1024, height: 1024 });
    expect(ready.srcset?.split(', ').map((entry) => entry.split(' ')[1])).toEqual([
      '160w',
      '320w',
      '640w',
      '960w',
      '1024w',
    ]);
    expect(ready.url).toMatch(/\/img\/catalog\/[0-9a-f]{2}\/[0-9a-f]{64}\/320\.webp$/);
    expect(ready.avif).toContain('/160.avif 160w');
    expect(ready.dominantColor).toMatch(/^#[0-9a-f]{6}$/);
    expect(Buffer.from(ready.thumbhash ?? '', 'base64').length).toBeGreaterThan(10);
    expect(await updatesOf(productId)).toHaveLength(1);
    expect(await market.versionOf(productId)).toBe(2);
  });

  it('are read for a whole list of products at once', async () => {
    const ids = await Promise.all([market.newProduct(), market.newProduct()]);
    for (const id of ids) await market.add(id, photo);
    await market.runJobs();
    const data = await market.answer<{ _entities: { images: { url: string }[] }[] }>(
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { images { url } } } }',
      { refs: ids.map((id) => ({ __typename: 'Product', id })) },
      {},
    );
    expect(data._entities.map(({ images }) => images.length)).toEqual([1, 1]);
  });

  it.each([
    ['cut-off.jpg', 'CORRUPT_IMAGE'],
    ['basn6a16.png', undefined],
    ['ct1n0g04.png', undefined],
    ['animated.gif', undefined],
  ])('made of %s are shown or refused with a sentence (%s)', async (name, code) => {
    const productId = await market.newProduct();
    const id = await market.add(productId, await fixture(name));
    await market.runJobs();
    const [image] = await market.images(productId, editor);
    expect(image).toMatchObject({ id, state: code ? 'FAILED' : 'READY' });
    expect(image?.failure?.code).toBe(code);
    expect(await shown(productId)).toEqual(code ? [] : [id]);
  });

  it('are refused at once when the content is no image, whatever the name says', async () => {
    const productId = await market.newProduct();
    const uploadId = await market.upload(productId, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    const { image, userErrors } = await market.attach(productId, uploadId);
    expect([image, userErrors[0]?.code]).toEqual([null, 'UNSUPPORTED_FILE_TYPE']);
    const tooLarge = await market.mutate<{ upload: null; userErrors: Refused[] }>(
      'createProductImageUpload',
      { productId, fileName: 'huge.png', sizeBytes: 33 * 1024 * 1024 },
      'upload { id }',
    );
    expect(tooLarge).toMatchObject({ upload: null, userErrors: [{ code: 'FILE_TOO_LARGE' }] });
  });

  it('are attached once, however often and by however many calls at once it is asked for', async () => {
    const productId = await market.newProduct();
    const uploadId = await market.upload(productId, photo);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => market.attach(productId, uploadId)));
    expect(new Set(outcomes.map(({ image }) => image?.id)).size).toBe(1);
    expect(await market.images(productId, editor)).toHaveLength(1);
  });

  it('are attached once, also by a call that is overtaken before it looks at the upload', async () => {
    const productId = await market.newProduct();
    const uploadId = await market.upload(productId, photo);
    const { uploads } = market.services;
    const { receive } = uploads;
    let faster: Awaited<ReturnType<typeof market.attach>> | undefined;
    Object.assign(uploads, {
      receive: async (...args: Parameters<typeof receive>) => {
        Object.assign(uploads, { receive });
        faster = await market.attach(productId, uploadId);
        return receive(...args);
      },
    });
    const slower = await market.attach(productId, uploadId);
    expect(faster?.image?.id).toMatch(/^img_/);
    expect(slower).toEqual(faster);
  });

  it('are at most twenty, also when they come at the same moment', async () => {
    const productId = await market.newProduct();
    const uploads = await Promise.all(Array.from({ length: 22 }, () => market.upload(productId, photo)));
    const outcomes = await Promise.all(uploads.map((uploadId) => market.attach(productId, uploadId)));
    const refused = outcomes.filter(({ image }) => !image).map(({ userErrors }) => userErrors[0]?.code);
    expect(refused).toEqual(['TOO_MANY_IMAGES', 'TOO_MANY_IMAGES']);
    const images = await market.images(productId, editor);
    expect(images.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('take another order when all of them are named, and only then', async () => {
    const productId = await market.newProduct();
    const [first, second] = [await market.add(productId, photo), await market.add(productId, photo)];
    await market.runJobs();
    const reorder = (imageIds: string[], expectedVersion?: number) =>
      market.mutate<{ product: { version: number } | null; userErrors: Refused[] }>(
        'reorderProductImages',
        { productId, imageIds, expectedVersion },
        'product { version }',
      );
    for (const wrong of [[second], [second, second], [second, first, first], [second, 'img_x']])
      expect((await reorder(wrong)).userErrors).toMatchObject([{ code: 'IMAGES_CHANGED' }]);
    expect((await reorder([second, first], 1)).userErrors).toMatchObject([{ __typename: 'StaleProductVersion' }]);
    expect((await reorder([second, first], 3)).product?.version).toBe(4);
    expect(await shown(productId)).toEqual([second, first]);
    expect((await reorder([second, first])).product?.version).toBe(4);
  });

  it('are described anew, not over what somebody else wrote meanwhile', async () => {
    const productId = await market.newProduct();
    const imageId = await market.add(productId, photo);
    await market.runJobs();
    const describe = (alt: string, expectedVersion?: number) =>
      market.mutate<{ image: ShownImage | null; userErrors: Refused[] }>(
        'updateProductImage',
        { imageId, alt, expectedVersion },
        `image { ${imageFields} }`,
      );
    const both = await Promise.all([describe('One', 2), describe('Two', 2)]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['STALE_VERSION']);
    expect((await describe('x'.repeat(501))).userErrors).toMatchObject([{ code: 'INVALID_TEXT', field: ['alt'] }]);
    expect((await describe('  ')).image?.alt).toBe('');
  });

  it('are nobody else’s: what may not be seen looks like what is not there', async () => {
    const draft = await market.newProduct({ status: 'DRAFT' });
    const open = await market.newProduct();
    const [hidden, pending] = [await market.add(draft, photo), await market.add(open, photo)];
    const codeOf = async (as: typeof buyer, name: string, input: object) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
      const { errors } = await market.ask(query, { input }, { as });
      return errors?.[0]?.extensions?.['code'];
    };
    const upload = (productId: string) => ({ productId, fileName: 'x.png', sizeBytes: 1 });
    for (const as of [buyer, otherEditor]) {
      expect(await codeOf(as, 'createProductImageUpload', upload(open))).toBe('FORBIDDEN');
      expect(await codeOf(as, 'createProductImageUpload', upload(draft))).toBe('NOT_FOUND');
      for (const imageId of [hidden, pending, 'img_00000000000000000000000000', 'nonsense'])
        expect(await codeOf(as, 'deleteProductImage', { imageId })).toBe('NOT_FOUND');
      expect(await codeOf(as, 'reorderProductImages', { productId: open, imageIds: [] })).toBe('FORBIDDEN');
      const seen = await market.answer<{ _entities: unknown[] }>(
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ProductImage { id state } } }',
        { refs: [hidden, pending].map((id) => ({ __typename: 'ProductImage', id })) },
        { as },
      );
      expect(seen._entities).toEqual([null, null]);
    }
  });

  it('are not made of an upload that somebody else, or another product, opened', async () => {
    const [mine, another] = [await market.newProduct(), await market.newProduct()];
    const uploadId = await market.upload(mine, photo);
    expect((await market.attach(another, uploadId)).userErrors).toMatchObject([{ code: 'UPLOAD_NOT_FOUND' }]);
    const colleague = { actor: { ...editor.actor, userId: 'usr_colleague' } } as typeof editor;
    expect((await market.attach(mine, uploadId, colleague)).userErrors).toMatchObject([{ code: 'UPLOAD_NOT_FOUND' }]);
  });
});
