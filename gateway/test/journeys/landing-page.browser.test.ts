import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../../platform/src/testing/browser.ts';
import { type Client, client, eventually, signIn } from './client.ts';
import { type Good, goodsOf, rubleShops } from './shopping.ts';
import { finishVideo, openVideo, sendAll } from './video-upload.ts';

const film = new URL('../../../subgraphs/video/test/clips/movie_5.mp4', import.meta.url);
const slug = `mugs-${Date.now().toString(36)}`;

let browser: Browser;
let owner: Client;
let good: Good;
let videoId: string;

/** Runs a mutation of the shop's staff; a refusal fails the test. */
const run = async <T>(name: string, inputType: string, input: object, selection: string): Promise<T> => {
  const answer = await owner.ask<Record<string, { userErrors: unknown[] } & T>>(
    `mutation ($input: ${inputType}!) { it: ${name}(input: $input) { ${selection} userErrors { code field message } } }`,
    { input },
  );
  expect(answer['it']?.userErrors).toEqual([]);
  return answer['it'] as T;
};

const uploadFilm = async (): Promise<string> => {
  const bytes = await readFile(film);
  const { videoId: id, ticket } = await openVideo(owner, {
    shopId: good.shopId,
    title: 'Mugs in the morning',
    sizeBytes: bytes.length,
  });
  await sendAll(ticket, bytes);
  expect((await finishVideo(owner, id)).userErrors).toEqual([]);
  const state = 'query ($id: ID!) { video(id: $id) { state failure { message } } }';
  await eventually(
    () => owner.ask<{ video: { state: string } }>(state, { id }),
    ({ video }) => video.state === 'READY',
    120_000,
  );
  return id;
};

const publishPage = async (): Promise<void> => {
  const tags = [
    { productId: good.productId, variantId: good.variantId, startSeconds: 0, endSeconds: 3, x: 0.5, y: 0.3 },
  ];
  await run('setVideoProductTags', 'SetVideoProductTagsInput', { videoId, tags }, 'video { id }');
  const made = { shopId: good.shopId, templateCode: 'blank', slug, title: 'Mugs', locale: 'en' };
  const { landing } = await run<{ landing: { id: string } }>(
    'createVideoLanding',
    'CreateVideoLandingInput',
    made,
    'landing { id }',
  );
  const sections = [
    {
      headline: 'Mugs in the morning',
      heroVideo: { videoId, subheadline: '<b>Stoneware</b>', ctaLabel: 'Choose a mug' },
    },
    { headline: 'In the shop', productGrid: { productIds: [good.productId] } },
    { headline: 'Questions', faq: { items: [{ question: 'Dishwasher?', answer: 'Yes.' }] } },
  ];
  const draft = { landingId: landing.id, seo: { description: 'Mugs turned by hand.' }, sections };
  await run('updateVideoLandingDraft', 'UpdateVideoLandingDraftInput', draft, 'landing { id }');
  await run('publishVideoLanding', 'PublishVideoLandingInput', { landingId: landing.id }, 'landing { state }');
};

beforeAll(async () => {
  browser = await launchBrowser();
  owner = await signIn('owner@vitrina.example');
  const goods = await goodsOf(owner, rubleShops[0]);
  good = goods.find(({ available }) => available > 1) as Good;
  videoId = await uploadFilm();
  await publishPage();
}, 180_000);
afterAll(() => browser?.close());

const open = async (): Promise<{ page: Page; complaints: string[]; foreign: string[] }> => {
  const page = await browser.newPage();
  const [complaints, foreign]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(inject('market').gateway))
      foreign.push(request.url());
  });
  await page.goto(`${inject('market').gateway}/l/${slug}`);
  return { page, complaints, foreign };
};

const reaches = (page: Page, seconds: number) =>
  page.waitForFunction(
    (wanted) => {
      const player = document.querySelector('vitrina-player') as (Element & { video?: HTMLVideoElement }) | null;
      return (player?.video?.currentTime ?? 0) >= wanted;
    },
    seconds,
    { timeout: 30_000 },
  );

describe('a landing page of the market in a browser', () => {
  it('plays the film the shop uploaded, under its own content policy, with the words of the shop as words', async () => {
    const { page, complaints, foreign } = await open();
    await reaches(page, 0.5);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Mugs in the morning');
    await page.getByText('<b>Stoneware</b>').waitFor();
    expect([complaints, foreign]).toEqual([[], []]);
    await page.close();
  });

  it('sells what the film points at, at the price of this moment, into a cart the guest keeps', async () => {
    const { page } = await open();
    await reaches(page, 0.2);
    await page.getByRole('button', { name: /^Product in the video: / }).click();
    await page
      .getByRole('status')
      .getByText(/^In your cart: /)
      .waitFor();
    const stored = (await page.evaluate(() => localStorage.getItem('vitrina.cart'))) ?? '';
    const { id, secret } = JSON.parse(stored) as { id: string; secret: string };
    const { cart } = await client({ cartSecret: secret }).ask<{ cart: { lines: unknown[] } }>(
      'query ($id: ID!) { cart(id: $id) { lines { quantity variant { id } } } }',
      { id },
    );
    expect(cart.lines).toEqual([{ quantity: 1, variant: { id: good.variantId } }]);
    await page.close();
  });

  it('tells the graph what was watched', async () => {
    const { page } = await open();
    const taken = page.waitForResponse((response) => (response.request().postData() ?? '').includes('RecordPlayback'), {
      timeout: 20_000,
    });
    expect(await (await taken).json()).toEqual({ data: { recordPlayback: { recorded: true, userErrors: [] } } });
    await page.close();
  });

  it('is 404 where nobody published anything', async () => {
    const response = await fetch(`${inject('market').gateway}/l/nobody-made-this`, {
      headers: { 'accept-language': 'ru' },
    });
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('Такой страницы нет')]);
  });
});
