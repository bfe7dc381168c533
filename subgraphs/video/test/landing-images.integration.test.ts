import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, editor, type LandingMarket, openLandingMarket, stranger } from './landing-market.ts';

let market: LandingMarket;
beforeAll(async () => {
  market = await openLandingMarket();
});
afterAll(() => market.close());

describe('pictures of a page', () => {
  let landingId: string;
  let slug: string;
  beforeEach(async () => {
    ({ id: landingId, slug } = await market.create());
  });
  const open = async (sizeBytes: number, as = editor) => {
    const result = await market.ask<{
      createLandingImageUpload: { upload: { id: string } | null; userErrors: { code: string }[] };
    }>(
      'mutation ($input: CreateLandingImageUploadInput!) { createLandingImageUpload(input: $input) { upload { id } userErrors { code } } }',
      { input: { landingId, fileName: 'mats.jpg', sizeBytes } },
      { as },
    );
    return { ...result.data?.createLandingImageUpload, code: result.errors?.[0]?.extensions?.['code'] };
  };
  const attach = async (uploadId: string, as = editor, page = landingId) => {
    const result = await market.ask<{
      attachLandingImage: { image: { id: string } | null; userErrors: { code: string; field: string[] }[] };
    }>(
      'mutation ($input: AttachLandingImageInput!) { attachLandingImage(input: $input) { image { id } userErrors { code field } } }',
      { input: { landingId: page, uploadId, alt: 'Mats on a floor' } },
      { as },
    );
    return { ...result.data?.attachLandingImage, code: result.errors?.[0]?.extensions?.['code'] };
  };
  const send = async (bytes: Buffer): Promise<string> => {
    const { upload } = await open(bytes.length);
    await market.sendUpload(upload as { id: string }, bytes);
    return upload?.id as string;
  };
  const photo = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#a04020' } })
      .jpeg()
      .toBuffer();

  it('are rendered, shown in a gallery and deleted with the page, also when each wake is lost', async () => {
    const { image } = await attach(await send(await photo()));
    const gallery = { gallery: { imageIds: [image?.id] } };
    await market.update({ landingId, seo: { description: 'x' }, sections: [gallery] });
    expect((await market.publish(landingId)).userErrors).toEqual([
      { code: 'PICTURE_NOT_READY', field: ['sections', '0'] },
    ]);
    await market.runJobs();
    done(await market.publish(landingId));
    const query = `query ($slug: String!) { videoLanding(slug: $slug) { sections { ... on GallerySection {
      images { id alt width height thumbhash dominantColor url(width: 200, format: JPEG) srcset(format: WEBP) } } } } }`;
    const shown = await market.ask<{ videoLanding: { sections: [{ images: Record<string, string>[] }] } }>(query, {
      slug,
    });
    const [picture] = shown.data?.videoLanding.sections[0].images ?? [];
    expect(picture).toMatchObject({
      id: image?.id,
      alt: 'Mats on a floor',
      width: 400,
      height: 300,
      dominantColor: expect.stringMatching(/^#/),
    });
    expect(picture?.['url']).toMatch(/\.jpg$/);
    expect(picture?.['srcset']).toContain(' 320w');
    expect(await market.runtime.objects.list('public', 'img/')).not.toEqual([]);
    const deleted = await market.ask(
      'mutation ($input: DeleteVideoLandingInput!) { deleteVideoLanding(input: $input) { deletedId } }',
      { input: { landingId } },
      { as: editor },
    );
    expect(deleted.errors).toBeUndefined();
    expect(deleted.data).toEqual({ deleteVideoLanding: { deletedId: landingId } });
    expect(await market.runtime.objects.list('public', 'img/')).toEqual([]);
    expect(await market.runtime.objects.list('private', '')).toEqual([]);
  });

  it('that are none fail alone, with a code', async () => {
    const refused = await attach(await send(Buffer.from('#!/bin/sh\necho pwned\n')));
    expect(refused.userErrors).toEqual([expect.objectContaining({ code: 'UNSUPPORTED_FILE_TYPE' })]);
    const cut = (await photo()).subarray(0, 300);
    const { image } = await attach(await send(cut));
    await market.runJobs();
    const [row] = await market.database
      .sql`select state, failure_code from landing_image where id = ${image?.id as string}`;
    expect(row).toMatchObject({ state: 'FAILED', failure_code: 'CORRUPT_IMAGE' });
  });

  it('are opened by the shop only, used once, and for their own page', async () => {
    expect((await open(100, stranger)).code).toBe('NOT_FOUND');
    const uploadId = await send(await photo());
    const other = await market.create();
    expect((await attach(uploadId, stranger)).code).toBe('NOT_FOUND');
    expect((await attach(uploadId, editor, other.id)).userErrors).toEqual([
      { code: 'UPLOAD_NOT_FOUND', field: ['uploadId'] },
    ]);
    const answers = await Promise.all([attach(uploadId), attach(uploadId), attach(uploadId)]);
    expect(answers.filter(({ image }) => image)).toHaveLength(1);
  });

  it('are shown on their own page only', async () => {
    const { image } = await attach(await send(await photo()));
    const other = await market.create();
    const sections = [{ gallery: { imageIds: [image?.id] } }];
    expect((await market.update({ landingId: other.id, sections })).userErrors).toEqual([
      { code: 'IMAGE_NOT_FOUND', field: ['sections', '0', 'gallery', 'imageIds', '0'] },
    ]);
    done(await market.update({ landingId, sections }));
  });
});
