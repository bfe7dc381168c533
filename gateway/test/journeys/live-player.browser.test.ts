import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../../platform/src/testing/browser.ts';
import { type Client, eventually, signIn } from './client.ts';
import { findFfmpeg, publish } from './live-publisher.ts';

type Payload = {
  readonly liveStream: { readonly id: string } | null;
  readonly ingest?: { readonly serverUrl: string; readonly streamKey: string } | null;
  readonly userErrors: readonly unknown[];
};

let browser: Browser;
let owner: Client;
let shopId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  owner = await signIn('owner@vitrina.example');
  const { viewer } = await owner.ask<{ viewer: { memberships: { shop: { id: string } }[] } }>(
    '{ viewer { memberships { shop { id } } } }',
  );
  shopId = viewer.memberships[0]?.shop.id ?? '';
});
afterAll(() => browser?.close());

/** Runs a registered operation of sellers. */
const run = async (name: string, input: object): Promise<Payload> => {
  const document = await readFile(
    new URL(`../../../schema/operations/seller/${name}.graphql`, import.meta.url),
    'utf8',
  );
  const [payload] = Object.values(await owner.ask<Record<string, Payload>>(document, { input }));
  expect(payload?.userErrors).toEqual([]);
  return payload as Payload;
};

/** A page of somebody's storefront with nothing on it but the player; it knows the stream's id and no more. */
const openPage = async (liveStreamId: string): Promise<Page> => {
  const page = await browser.newPage();
  const { gateway } = inject('market');
  await page.route(`${gateway}/show`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Show</title><link rel="icon" href="data:,">
        <script type="module" src="/assets/player.js"></script>
        <vitrina-player live-id="${liveStreamId}" autoplay></vitrina-player></html>`,
    }),
  );
  await page.goto(`${gateway}/show`);
  return page;
};

const moves = (page: Page, seconds: number) =>
  page.waitForFunction(
    (wanted) => {
      const player = document.querySelector('vitrina-player') as (Element & { video?: HTMLVideoElement }) | null;
      return (player?.video?.currentTime ?? 0) >= wanted;
    },
    seconds,
    { timeout: 60_000 },
  );

describe('a live show in the player', () => {
  it('opens by its id before it begins, plays what is sent by RTMP, goes back to the edge, and becomes its recording', async () => {
    const made = await run('CreateLiveStream', { shopId, title: 'Spring show' });
    const id = made.liveStream?.id ?? '';
    const page = await openPage(id);
    await page.getByRole('alert').getByText('The show has not begun yet.').waitFor();

    const publisher = publish(await findFfmpeg(), `${made.ingest?.serverUrl}/${made.ingest?.streamKey}`);
    const look = 'query ($id: ID!) { liveStream(id: $id) { state } }';
    await publisher.during(
      eventually(
        () => owner.ask<{ liveStream: { state: string } }>(look, { id }),
        ({ liveStream }) => liveStream.state === 'CONNECTED',
        60_000,
      ),
    );
    await run('StartLiveStream', { liveStreamId: id });
    // Nobody reloads: the page that waited plays.
    await publisher.during(page.getByRole('button', { name: 'Live', exact: true }).waitFor({ timeout: 60_000 }));
    await publisher.during(moves(page, 1));
    expect(await page.getByRole('alert').count()).toBe(0);

    // Back by some seconds, and with one press at the edge again.
    await page.getByRole('region').hover();
    await page.evaluate(() =>
      (document.querySelector('vitrina-player') as (Element & { pause(): void }) | null)?.pause(),
    );
    const behind = page.getByRole('button', { name: /^Jump to live: / });
    await publisher.during(behind.waitFor({ timeout: 60_000 }));
    await behind.click();
    await publisher.during(page.getByRole('button', { name: 'Live', exact: true }).waitFor({ timeout: 30_000 }));

    await run('EndLiveStream', { liveStreamId: id });
    await publisher.ended;
    // The recording: a video of its own, with an end, that begins when somebody wants it to.
    await page.waitForFunction(
      () => {
        const player = document.querySelector('vitrina-player') as (Element & { source?: { live: boolean } }) | null;
        return player?.source?.live === false;
      },
      undefined,
      { timeout: 120_000 },
    );
    await page.getByRole('button', { name: 'Play' }).first().click();
    await moves(page, 1);
    expect(
      await page.evaluate(() => {
        const player = document.querySelector('vitrina-player') as (Element & { video?: HTMLVideoElement }) | null;
        return Number.isFinite(player?.video?.duration);
      }),
    ).toBe(true);
    await page.close();
  }, 240_000);
});
