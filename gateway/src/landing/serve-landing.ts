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

/** Serves landing pages at `/l/<slug>`, drawn from the registered operation `LandingPage`; without it there are none. */
export const registerLandingPages = (app: FastifyInstance, { registry, clock, log }: LandingPagesParts): void => {
  const operation = [...registry.values()].find(({ room, name }) => room === 'storefront' && name === 'LandingPage');
  if (!operation) return;
  const load = createLandingLoader(app, operation);
  const scripts = readPlayerAssets();

  app.get<{ Params: { slug: string } }>('/l/:slug', async (request, reply) => {
    const { slug } = request.params;
    const nonce = randomBytes(18).toString('base64url');
    const locale = bestLocale(request.headers['accept-language']);
    const loaded = await load(slug, { ip: request.ip, requestId: request.id }).catch(
      (error: unknown): LoadedLanding => {
        log.error({ err: error, requestId: request.id, slug }, 'a landing page could not be loaded');
        return { kind: 'unavailable' };
      },
    );
    if (loaded.kind === 'absent')
      return send(reply, 404, renderStatusPage('notFound', locale, nonce), contentPolicy(nonce, []));
    if (loaded.kind === 'unavailable')
      return send(reply, 503, renderStatusPage('unavailable', locale, nonce), contentPolicy(nonce, []));
    const { landing } = loaded;
    // The page was given another address; the old one goes on leading to it.
    if (landing.slug !== slug) return reply.redirect(`/l/${encodeURIComponent(landing.slug)}`, 301);
    const origin = `${request.protocol}://${request.host}`;
    const html = renderLanding(landing, { origin, nonce, now: clock.now(), scripts });
    return send(reply, 200, html, contentPolicy(nonce, mediaOrigins(landing)));
  });
};
