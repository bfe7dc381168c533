import { manualClock } from '@vitrina/platform/clock';
import { silentLogger } from '@vitrina/platform/logging';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bowl, everySection } from '../../web/landing/test/fixtures/landing.ts';
import { registerLandingPages } from '../src/landing/serve-landing.ts';

const operation = (name: string, letter: string) => ({
  hash: letter.repeat(64),
  name,
  room: 'storefront',
  text: `query ${name} { x }`,
});
const [pageOperation, productsOperation] = [operation('LandingPage', 'a'), operation('LandingProducts', 'b')];

interface Asked {
  readonly slug: string;
  readonly language: string | undefined;
  readonly address: string;
}

describe('landing pages at the gateway', () => {
  let app: FastifyInstance;
  let asked: Asked[];
  let answer: (slug: string) => unknown;

  beforeEach(() => {
    asked = [];
    answer = (slug) => ({ data: { videoLanding: slug === 'nothing' ? null : everySection } });
    app = fastify();
    app.post('/graphql', (request) => {
      const { variables, extensions } = request.body as {
        variables: { slug: string; ids: string[] };
        extensions: { persistedQuery: { sha256Hash: string } };
      };
      const { sha256Hash } = extensions.persistedQuery;
      expect(request.headers.authorization).toBeUndefined();
      if (sha256Hash === productsOperation.hash) {
        asked.push({ slug: variables.ids.join(), language: request.headers['accept-language'], address: request.ip });
        return { data: { nodes: [bowl, null] } };
      }
      expect(sha256Hash).toBe(pageOperation.hash);
      asked.push({ slug: variables.slug, language: request.headers['accept-language'], address: request.ip });
      return answer(variables.slug);
    });
    registerLandingPages(app, {
      registry: new Map([pageOperation, productsOperation].map((one) => [one.hash, one])),
      clock: manualClock(new Date('2026-11-22T12:00:00Z')),
      log: silentLogger,
    });
  });
  afterEach(() => app.close());

  const open = (slug: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/l/${slug}`, headers: { host: 'shop.example', ...headers }, remoteAddress: '203.0.113.7' });

  it('are drawn from the registered operation, for the visitor and in the language of the page', async () => {
    const page = await open('terracotta', { authorization: 'Bearer of-somebody' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<link rel="canonical" href="http://shop.example/l/terracotta">');
    expect(asked).toEqual([
      { slug: 'terracotta', language: 'en', address: '203.0.113.7' },
      { slug: 'prd_bowl', language: 'ru', address: '203.0.113.7' },
    ]);
  });

  it('run no script but their own, by a nonce that no two answers share', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await open('terracotta');
        const [, nonce = ''] = /'nonce-([\w-]{24})'/.exec(String(headers['content-security-policy'])) ?? [];
        expect(body).toContain(`<style nonce="${nonce}">`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('ask the graph once for visitors who come together', async () => {
    await Promise.all(Array.from({ length: 20 }, () => open('terracotta')));
    expect(asked.length).toBe(2);
  });

  it('are 404 where there is none, in the language of the visitor', async () => {
    const page = await open('nothing', { 'accept-language': 'ru' });
    expect([page.statusCode, page.headers['cache-control']]).toEqual([404, 'no-store']);
    expect(page.body).toContain('Такой страницы нет');
  });

  it('move to the address a page has now', async () => {
    const page = await open('old-name');
    expect([page.statusCode, page.headers.location]).toEqual([301, '/l/terracotta']);
  });

  it('are 503 while the graph does not answer, and there again as soon as it does', async () => {
    answer = () => ({ data: null, errors: [{ message: 'down', extensions: { code: 'UNAVAILABLE' } }] });
    const page = await open('terracotta');
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '10']);
    expect(page.body).toContain('cannot be shown at the moment');
    answer = () => ({ data: { videoLanding: everySection } });
    expect((await open('terracotta')).statusCode).toBe(200);
  });
});
