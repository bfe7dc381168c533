import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, openTheatre, reaches, type Theatre } from './theatre/theatre.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('accessibility', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe);
    const { violations: found } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it.each(['en', 'ru'])(
    'has nothing to object to before, while and after playing, with a menu open (%s)',
    async (lang) => {
      const { page } = await theatre.show(everything(), { lang });
      const words =
        lang === 'ru' ? { play: 'Воспроизвести', quality: 'Качество' } : { play: 'Play', quality: 'Quality' };
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: words.play }).first().click();
      await reaches(page, 0.3);
      await page.evaluate(() => {
        const player = document.querySelector('vitrina-player');
        if (player) player.tags = [{ id: 'vpt_1', label: 'Red bowl', startSeconds: 0, endSeconds: 12 }];
      });
      await page.getByRole('button', { name: words.quality }).click();
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it('has nothing to object to when it tells of a failure', async () => {
    theatre.server.gate = ({ path }) => (path.endsWith('master.m3u8') ? { status: 404 } : undefined);
    const { page } = await theatre.show(everything());
    await page.getByRole('alert').getByRole('button').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
    theatre.server.gate = undefined;
  });

  it('shows where the focus is, and reaches everything by Tab', async () => {
    const { page } = await theatre.show(everything());
    await page.getByRole('button', { name: 'Play' }).first().click();
    await reaches(page, 0.3);
    await page.evaluate(() => document.querySelector('vitrina-player')?.pause());
    const names: string[] = [];
    await page.getByRole('region').focus();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      const { name, outline } = await page.evaluate(() => {
        const focused = document.querySelector('vitrina-player')?.shadowRoot?.activeElement;
        return {
          name: focused?.getAttribute('aria-label') ?? '',
          outline: focused ? getComputedStyle(focused).outlineStyle : 'none',
        };
      });
      names.push(name);
      expect([name, outline]).toEqual([name, 'solid']);
    }
    expect(names).toEqual([
      'Position in the video',
      'Play',
      'Mute',
      'Volume',
      'Captions',
      'Speed',
      'Quality',
      'Full screen',
    ]);
    await page.close();
  });
});
