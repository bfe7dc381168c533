import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, renderLanding } from '../../landing/src/index.ts';
import { everySection } from '../../landing/test/fixtures/landing.ts';
import { type PlayerFiles, playerDist } from '../build/build-player.ts';
import { openTheatre, reaches, type Theatre } from './theatre/theatre.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a landing page in the browser', () => {
  let theatre: Theatre;
  const added: unknown[] = [];
  let refusals: { code: string; message: string }[] = [];
  beforeAll(async () => {
    theatre = await openTheatre();
    const files = JSON.parse(readFileSync(`${playerDist}/player.json`, 'utf8')) as PlayerFiles;
    const nonce = 'browser-test';
    const page = renderLanding(everySection, {
      origin: theatre.server.url,
      nonce,
      now: new Date(),
      scripts: {
        entry: `/assets/${files.entry}`,
        engine: `/assets/${files.engine}`,
        landing: `/assets/${files.landing}`,
      },
    });
    const policy = contentPolicy(nonce, []).replace("frame-ancestors 'none'", '');
    theatre.server.pages.set(
      '/l/terracotta',
      page.replace(
        '<meta charset="utf-8">',
        `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">`,
      ),
    );
    theatre.server.graph.set('CreateCart', () => ({
      createCart: { cart: { id: 'crt_1' }, secret: 'a-secret-of-the-cart' },
    }));
    theatre.server.graph.set('AddToCart', (variables) => {
      added.push(variables);
      return { addToCart: { cart: { id: 'crt_1' }, userErrors: refusals } };
    });
  });
  afterAll(() => theatre.close());

  const open = async () => {
    const page = await theatre.browser.newPage({ viewport: { width: 1200, height: 900 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${theatre.server.url}/l/terracotta`);
    return { page, errors };
  };

  it('plays its video under its own content policy, without an error and without a request to elsewhere', async () => {
    const { page, errors } = await open();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(theatre.server.url) && !/^(data|blob):/.test(request.url()))
        elsewhere.push(request.url());
    });
    await reaches(page, 0.5);
    expect([errors, elsewhere]).toEqual([[], []]);
    await page.close();
  });

  it('has nothing an accessibility check objects to', async () => {
    const context = await theatre.browser.newContext({ bypassCSP: true, viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${theatre.server.url}/l/terracotta`);
    await reaches(page, 0.3);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await context.close();
  });

  it('puts goods into the cart from a card and from the video, and says so', async () => {
    const { page } = await open();
    added.length = 0;
    await page.getByRole('button', { name: 'В корзину: Миска «Терракота»' }).click();
    await page.getByRole('status').getByText('В корзине: Миска «Терракота».').waitFor();
    // The card lies below the fold, where the video rests.
    await page.evaluate(() => scrollTo(0, 0));
    await reaches(page, 0.3);
    await page.getByRole('button', { name: /^Товар из видео: Миска «Терракота», 1\s290,00\s₽$/ }).click();
    await expect.poll(() => added.length).toBe(2);
    expect(added[1]).toEqual({ input: { cartId: 'crt_1', variantId: 'var_m', quantity: 1 } });
    refusals = [{ code: 'OUT_OF_STOCK', message: 'Нет столько: осталось 0.' }];
    await page.getByRole('button', { name: 'Купить миску: Миска «Терракота»' }).click();
    await page.getByRole('status').getByText('Нет столько: осталось 0.').waitFor();
    expect(theatre.server.got.filter(({ body }) => body.includes('CreateCart')).length).toBe(1);
    refusals = [];
    await page.close();
  });
});
