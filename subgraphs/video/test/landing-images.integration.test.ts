import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from '../src/services.ts';
import { renderLandingPicture } from '../src/usecases/render-landing-image.ts';
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
  const deletePage = async (page: string): Promise<void> => {
    const deleted = await market.ask(
      'mutation ($input: DeleteVideoLandingInput!) { deleteVideoLanding(input: $input) { deletedId } }',
      { input: { landingId: page } },
      { as: editor },
    );
    expect(deleted).toEqual({ data: { deleteVideoLanding: { deletedId: page } } });
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
    await deletePage(landingId);
    await market.runJobs();
    expect(await market.runtime.objects.list('public', 'img/')).toEqual([]);
    expect(await market.runtime.objects.list('private', '')).toEqual([]);
  });

  it('go with their page also when the store is away at that moment', async () => {
    await attach(await send(await photo()));
    await market.runJobs();
    const { objects } = market.services;
    const stored = () => Promise.all([objects.list('public', 'img/'), objects.list('private', '')]);
    const away = vi.spyOn(objects, 'delete').mockRejectedValue(new Error('The store is away.'));
    await deletePage(landingId);
    await expect(market.runJobs()).rejects.toThrow('The store is away.');
    away.mockRestore();
    expect((await stored()).flat()).not.toEqual([]);
    await market.runSweep('delete-discarded');
    expect((await stored()).flat()).toEqual([]);
  });

  it('of the same bytes stay for the page that is left, and go with the last one', async () => {
    const bytes = await photo();
    await attach(await send(bytes));
    const first = landingId;
    ({ id: landingId } = await market.create());
    await attach(await send(bytes));
    await market.runJobs();
    const rendered = async () => (await market.services.objects.list('public', 'img/')).length;
    const made = await rendered();
    await deletePage(first);
    await market.runJobs();
    expect([await rendered(), made > 0]).toEqual([made, true]);
    await deletePage(landingId);
    await market.runJobs();
    expect(await rendered()).toBe(0);
  });

  it('whose page is deleted while they are rendered leave nothing behind', async () => {
    const { image } = await attach(await send(await photo()));
    const { services } = market;
    const { objects } = services;
    let deleting = true;
    const interrupted: Services = {
      ...services,
      objects: {
        ...objects,
        put: async (...given) => {
          const isFirst = deleting;
          deleting = false;
          if (isFirst) await deletePage(landingId);
          return objects.put(...given);
        },
      },
    };
    await renderLandingPicture(interrupted, image?.id ?? '');
    expect(await objects.list('public', 'img/')).not.toEqual([]);
    await market.runJobs();
    await market.runSweep('delete-discarded');
    expect(await objects.list('public', 'img/')).toEqual([]);
    expect(await objects.list('private', '')).toEqual([]);
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
