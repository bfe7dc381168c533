import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, editor, freshSlug, type LandingMarket, openLandingMarket, shopId, stranger } from './landing-market.ts';

let market: LandingMarket;
beforeAll(async () => {
  market = await openLandingMarket();
});
afterAll(() => market.close());

const make = (more: object = {}, as = editor) =>
  market.run(
    'createVideoLanding',
    'CreateVideoLandingInput',
    { shopId, templateCode: 'blank', slug: freshSlug(), title: 'Mats', locale: 'en', ...more },
    as,
  );
const remove = (landingId: string, as = editor) =>
  market.ask(
    'mutation ($input: DeleteVideoLandingInput!) { deleteVideoLanding(input: $input) { deletedId } }',
    { input: { landingId } },
    { as },
  );

describe('a new page', () => {
  it('is refused with everything that is wrong with it at once', async () => {
    const { userErrors } = await make({ slug: 'No Slug', title: ' ', templateCode: 'nonsense' });
    expect(userErrors).toEqual([
      { code: 'SLUG_NOT_VALID', field: ['slug'] },
      { code: 'TEXT_REQUIRED', field: ['title'] },
      { code: 'TEMPLATE_NOT_FOUND', field: ['templateCode'] },
    ]);
  });

  it('is made by the staff of its shop only', async () => {
    await expect(make({}, stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is one of two hundred at most, also when two are made at once', async () => {
    const now = market.clock.now().toISOString();
    await market.database.sql`
      insert into landing (id, shop_id, slug, locale, draft, version, created_at)
      select 'vlp_full_' || n, 'shp_two', 'full-' || n, 'en', '{}', 1, ${now} from generate_series(1, 199) as n`;
    const answers = await Promise.all([1, 2, 3].map(() => make({ shopId: 'shp_two' }, stranger)));
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'made').sort()).toEqual([
      'TOO_MANY_LANDINGS',
      'TOO_MANY_LANDINGS',
      'made',
    ]);
  });

  it('begins with a template, told in the language asked for', async () => {
    const { data } = await market.ask<{
      landingTemplates: { code: string; ru: string; en: string; sections: string[] }[];
    }>('{ landingTemplates { code ru: name(locale: "ru") en: name(locale: "en") sections } }');
    expect(data?.landingTemplates[0]).toMatchObject({
      code: 'product-launch',
      ru: 'Запуск товара',
      en: 'Product launch',
    });
    for (const { code: templateCode, sections } of data?.landingTemplates ?? [])
      expect(done(await make({ templateCode })).sections).toHaveLength(sections.length);
  });
});

describe('a change made against an older version', () => {
  it.each<[string, string, object]>([
    ['updateVideoLandingDraft', 'UpdateVideoLandingDraftInput', { title: 'Late' }],
    ['publishVideoLanding', 'PublishVideoLandingInput', {}],
    ['unpublishVideoLanding', 'UnpublishVideoLandingInput', {}],
    ['revertVideoLanding', 'RevertVideoLandingInput', { number: 1 }],
    ['renameVideoLanding', 'RenameVideoLandingInput', { slug: 'late-change' }],
  ])('by %s is refused and changes nothing', async (name, inputType, rest) => {
    const page = await market.published();
    const refused = await market.run(name, inputType, {
      landingId: page.id,
      expectedVersion: page.version - 1,
      ...rest,
    });
    expect(refused).toEqual({ landing: null, userErrors: [{ code: 'VERSION_CONFLICT', field: ['expectedVersion'] }] });
    expect(await market.bySlug(page.slug)).toMatchObject({ version: page.version, slug: page.slug, title: page.title });
  });
});

describe('a published page', () => {
  it('has a version more for each of two who publish it at once', async () => {
    const page = await market.published();
    const answers = await Promise.all([1, 2].map(() => market.publish(page.id)));
    const published = answers.flatMap(({ landing }) => (landing ? [landing.publishedVersion] : []));
    const refused = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    // Either the second saw what the first had done, or it was told that somebody was faster: no number is given twice.
    expect([...published, ...refused]).toHaveLength(2);
    expect(new Set(published).size).toBe(published.length);
    const [{ count } = { count: 0 }] = await market.database.sql<{ count: number }[]>`
      select count(*)::int as count from landing_version where landing_id = ${page.id}`;
    expect(count).toBe(1 + published.length);
  });

  it('that is down already is not taken down again, and keeps its versions for its shop', async () => {
    const page = await market.published();
    const down = () => market.run('unpublishVideoLanding', 'UnpublishVideoLandingInput', { landingId: page.id });
    const first = done(await down());
    expect(done(await down()).version).toBe(first.version);
    const { data } = await market.ask<{ videoLanding: { versions: { number: number; title: string }[] } }>(
      'query ($slug: String!) { videoLanding(slug: $slug) { versions { number title } } }',
      { slug: page.slug },
      { as: editor },
    );
    expect(data?.videoLanding.versions).toEqual([{ number: 1, title: 'Mats' }]);
  });

  it('keeps what a change leaves out, and takes a search title away when it is empty', async () => {
    const page = await market.published();
    done(await market.update({ landingId: page.id, seo: { title: 'For search', description: 'Soft mats.' } }));
    done(await market.publish(page.id));
    expect((await market.bySlug(page.slug))?.seo).toEqual({ title: 'For search', description: 'Soft mats.' });
    done(await market.update({ landingId: page.id, seo: { title: '', description: 'Soft mats.' } }));
    const again = done(await market.publish(page.id));
    expect((await market.bySlug(page.slug))?.seo.title).toBe('Mats');
    expect(again.sections).toHaveLength(2);
  });

  it('has the same sections after an edit that keeps their ids, and no section of another page', async () => {
    const [page, other] = [await market.published(), await market.published()];
    const id = page.sections[1]?.id ?? '';
    const text = { text: { body: 'Instead of goods.' } };
    const kept = done(await market.update({ landingId: page.id, sections: [{ id, ...text }] }));
    expect(kept.sections).toHaveLength(2);
    done(await market.publish(page.id, {}));
    expect((await market.bySlug(page.slug))?.sections).toEqual([{ __typename: 'TextSection', id }]);
    const foreign = await market.update({ landingId: other.id, sections: [{ id, ...text }] });
    expect(foreign.userErrors).toEqual([{ code: 'SECTION_NOT_FOUND', field: ['sections', '0', 'id'] }]);
  });
});

describe('deleting a page', () => {
  it('frees its addresses, those it had before as well, and is its shop’s alone', async () => {
    const page = await market.published();
    const slug = freshSlug();
    done(await market.run('renameVideoLanding', 'RenameVideoLandingInput', { landingId: page.id, slug }));
    const refused = [await remove(page.id, stranger), await remove(newId('vlp')), await remove('nonsense')];
    expect(refused.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(
      Array.from({ length: 3 }, () => 'NOT_FOUND'),
    );
    expect((await remove(page.id)).data).toEqual({ deleteVideoLanding: { deletedId: page.id } });
    for (const freed of [page.slug, slug]) {
      expect(await market.bySlug(freed, editor)).toBeNull();
      expect(done(await make({ slug: freed })).slug).toBe(freed);
    }
    expect((await remove(page.id)).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});
