import { randomBytes } from 'node:crypto';
import { contentPolicy, mediaOrigins, renderLanding, renderStatusPage } from '@vitrina/landing';
import type { Clock } from '@vitrina/platform/clock';
import type { Logger } from '@vitrina/platform/logging';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { bestLocale } from '../http/request-facts.ts';
import type { OperationRegistry } from '../persisted/registry.ts';
import { readPlayerAssets } from '../player/player-assets.ts';
import { createLandingLoader, type LoadedLanding } from './load-landing.ts';

export interface LandingPagesParts {
  readonly registry: OperationRegistry;
  readonly clock: Clock;
  readonly log: Logger;
}

const send = (reply: FastifyReply, status: number, html: string, policy: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({
      'content-security-policy': policy,
      'referrer-policy': 'strict-origin-when-cross-origin',
      // Prices and stock are live, and the nonce is this answer's.
      'cache-control': status === 200 ? 'private, no-cache' : 'no-store',
      ...(status === 503 && { 'retry-after': '10' }),
    })
    .send(html);

/** Serves landing pages at `/l/<slug>`, drawn from the registered operations `LandingPage` and `LandingProducts`; without them there are none. */
export const registerLandingPages = (app: FastifyInstance, { registry, clock, log }: LandingPagesParts): void => {
  const named = (wanted: string) =>
    [...registry.values()].find(({ room, name }) => room === 'storefront' && name === wanted);
  const [page, products] = [named('LandingPage'), named('LandingProducts')];
  if (!page || !products) return;
  const load = createLandingLoader(app, { page, products });
  const scripts = readPlayerAssets();

  app.get<{ Params: { slug: string } }>('/l/:slug', async (request, reply) => {
    const { slug } = request.params;
    const nonce = randomBytes(18).toString('base64url');
    const locale = bestLocale(request.headers['accept-language']);
    const loaded = await load(slug, { ip: request.ip, requestId: request.id }).catch(
      (reason: unknown): LoadedLanding => ({ kind: 'unavailable', reason }),
    );
    if (loaded.kind === 'absent')
      return send(reply, 404, renderStatusPage('notFound', locale, nonce), contentPolicy(nonce, []));
    if (loaded.kind === 'unavailable') {
      log.error({ err: loaded.reason, requestId: request.id, slug }, 'a landing page could not be loaded');
      return send(reply, 503, renderStatusPage('unavailable', locale, nonce), contentPolicy(nonce, []));
    }
    const { landing } = loaded;
    // The page was given another address; the old one goes on leading to it.
    if (landing.slug !== slug) return reply.redirect(`/l/${encodeURIComponent(landing.slug)}`, 301);
    const origin = `${request.protocol}://${request.host}`;
    const html = renderLanding(landing, { origin, nonce, now: clock.now(), scripts });
    return send(reply, 200, html, contentPolicy(nonce, mediaOrigins(landing)));
  });
};
