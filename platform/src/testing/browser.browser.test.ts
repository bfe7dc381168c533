import { expect, it } from 'vitest';
import { connectBrowser, findChromium, launchBrowser, serveBrowser } from './browser.ts';

it('opens a page in a real browser and leaves no process behind', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Витрина</h1>');
  expect(await page.getByRole('heading').textContent()).toBe('Витрина');
  await browser.close();
  expect(browser.isConnected()).toBe(false);
});

it('serves one browser to many, of whom none closes the others’ pages', async () => {
  const server = await serveBrowser();
  const [one, other] = await Promise.all([connectBrowser(server.endpoint), connectBrowser(server.endpoint)]);
  const page = await other.newPage();
  await one.close();
  await page.setContent('<p>still here</p>');
  expect(await page.textContent('p')).toBe('still here');
  await server.close();
  await expect.poll(() => other.isConnected()).toBe(false);
});

it('names the package and the variable when there is no browser', async () => {
  await expect(findChromium({ PATH: '/nowhere' })).rejects.toThrow(/apt-get install chromium.*VITRINA_CHROMIUM/);
  await expect(findChromium({ VITRINA_CHROMIUM: '/nowhere/chromium' })).rejects.toThrow(/VITRINA_CHROMIUM says/);
});
