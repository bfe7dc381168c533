import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProductRow } from '../schema.ts';
import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';
import { type PutTicket, putTicketFields, sendFile } from './send-file.ts';

const clip = new URL('../data/videos/bunny_hd_5s.mp4', import.meta.url);
const slug = 'demo';
const patienceMs = 180_000;

const findPage = `query ShowcasePage($slug: String!) { videoLanding(slug: $slug) { id } }`;
const findProduct = `query ShowcaseProduct($shopId: ID!, $externalId: String!) {
  productByExternalId(shopId: $shopId, externalId: $externalId) { id title }
}`;
const openUpload = `mutation ShowcaseUpload($input: CreateVideoUploadInput!) {
  createVideoUpload(input: $input) { video { id } ${putTicketFields} ${userErrorFields} }
}`;
const finish = `mutation ShowcaseFinish($input: FinishVideoUploadInput!) {
  finishVideoUpload(input: $input) { ${userErrorFields} }
}`;
const look = `query ShowcaseVideo($id: ID!) { video(id: $id) { state failure { message } } }`;
const tag = `mutation ShowcaseTags($input: SetVideoProductTagsInput!) { setVideoProductTags(input: $input) { ${userErrorFields} } }`;
const create = `mutation ShowcaseCreate($input: CreateVideoLandingInput!) {
  createVideoLanding(input: $input) { landing { id } ${userErrorFields} }
}`;
const edit = `mutation ShowcaseEdit($input: UpdateVideoLandingDraftInput!) {
  updateVideoLandingDraft(input: $input) { ${userErrorFields} }
}`;
const publish = `mutation ShowcasePublish($input: PublishVideoLandingInput!) {
  publishVideoLanding(input: $input) { ${userErrorFields} }
}`;

/** Runs a mutation whose payload has user errors, and gives the payload. */
const change = async <T extends object>(owner: SeedClient, document: string, input: object): Promise<T> => {
  const answer = await owner.ask<Record<string, T & { readonly userErrors: UserError[] }>>(document, { input });
  const [payload] = Object.values(answer);
  if (!payload) throw new Error(`No answer to ${document.slice(0, 60)}`);
  assertAccepted(payload.userErrors, 'the demo’s landing page');
  return payload;
};

/** Waits until the first rendition can be played; says what was wrong when it never can. */
const untilPlayable = async (owner: SeedClient, id: string): Promise<string | undefined> => {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const { video } = await owner.ask<{ video: { state: string; failure: { message: string } | null } }>(look, { id });
    if (video.state === 'PLAYABLE' || video.state === 'READY') return undefined;
    if (video.state === 'FAILED') return video.failure?.message ?? 'it could not be made into a video';
    await pause(1_000);
  }
  return 'no worker made it playable in time';
};

const uploadClip = async (owner: SeedClient, shopId: string): Promise<string> => {
  const bytes = await readFile(clip);
  const opened = await change<{ video: { id: string }; upload: PutTicket }>(owner, openUpload, {
    shopId,
    format: 'LANDING',
    title: 'Big Buck Bunny, five seconds',
    description: '© Blender Foundation, CC BY 3.0, peach.blender.org',
    fileName: 'bunny_hd_5s.mp4',
    sizeBytes: bytes.length,
  });
  await sendFile(opened.upload, bytes, 'bunny_hd_5s.mp4');
  await change(owner, finish, { videoId: opened.video.id });
  return opened.video.id;
};

interface Goods {
  readonly id: string;
  readonly title: string;
}

const goodsOf = async (owner: SeedClient, rows: readonly ProductRow[], shopId: string): Promise<Goods[]> => {
  const found: Goods[] = [];
  for (const { externalId } of rows) {
    const { productByExternalId } = await owner.ask<{ productByExternalId: Goods | null }>(findProduct, {
      shopId,
      externalId,
    });
    if (productByExternalId) found.push(productByExternalId);
  }
  return found;
};

const sectionsFor = (videoId: string, goods: readonly Goods[]) => [
  {
    headline: goods[0]?.title,
    heroVideo: { videoId, subheadline: 'Live price and stock.', ctaLabel: 'See the goods' },
  },
  { headline: 'In the video', productGrid: { productIds: goods.map(({ id }) => id) } },
  {
    headline: 'Questions and answers',
    faq: {
      items: [
        { question: 'Is the price up to date?', answer: 'It is asked of the shop each time the page is opened.' },
      ],
    },
  },
  { cta: { label: 'Buy', productId: goods[0]?.id } },
];

/**
 * Makes the demo's landing page out of a real clip and goods of one shop that have pictures, through the mutations a
 * seller uses. Gives its path, or undefined with a word to `tell` when the clip cannot be made playable here.
 */
export const pushShowcase = async (
  owner: SeedClient,
  rows: readonly ProductRow[],
  shopIds: ReadonlyMap<string, string>,
  tell: (step: string) => void,
): Promise<string | undefined> => {
  const shopSlug = rows[0]?.shopSlug;
  const shopId = shopSlug && shopIds.get(shopSlug);
  if (!shopId) return undefined;
  const path = `/l/${slug}`;
  const { videoLanding } = await owner.ask<{ videoLanding: object | null }>(findPage, { slug });
  if (videoLanding) return path;
  const goods = await goodsOf(owner, rows.filter((row) => row.shopSlug === shopSlug).slice(0, 4), shopId);
  const videoId = await uploadClip(owner, shopId);
  const trouble = await untilPlayable(owner, videoId);
  if (trouble) {
    tell(`no landing page in this demo: ${trouble}`);
    return undefined;
  }
  await change(owner, tag, {
    videoId,
    tags: goods.slice(0, 2).map(({ id }, at) => ({ productId: id, startSeconds: at * 2, endSeconds: at * 2 + 2 })),
  });
  const { landing } = await change<{ landing: { id: string } }>(owner, create, {
    shopId,
    templateCode: 'product-launch',
    slug,
    title: goods[0]?.title,
    locale: 'en',
  });
  await change(owner, edit, {
    landingId: landing.id,
    seo: { description: 'A demo page: a video, goods with their live price and stock, and a button to buy.' },
    sections: sectionsFor(videoId, goods),
  });
  await change(owner, publish, { landingId: landing.id });
  return path;
};
