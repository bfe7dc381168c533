import { invalidParam } from '../errors.ts';
import { newId, nowSeconds, randomText } from '../ids.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { WebhookEndpoint } from '../shapes/index.ts';
import type { Work } from '../work.ts';

function readUrl(params: Params): string | undefined {
  const url = params.string('url');
  if (url !== undefined && !/^https?:\/\//.test(url)) {
    throw invalidParam('Invalid URL: An explicit scheme (such as https) must be provided.', 'url', 'url_invalid');
  }
  return url;
}

/** A fresh endpoint; it hears everything unless told otherwise. */
export function newWebhookEndpoint(given: Pick<WebhookEndpoint, 'url'> & Partial<WebhookEndpoint>): WebhookEndpoint {
  return {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: null,
    application: null,
    created: nowSeconds(),
    description: null,
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    ...given,
  };
}

/** The signing secret is in this answer only, as at Stripe. */
function create(work: Work, params: Params): object {
  const url = readUrl(params) ?? params.requiredString('url');
  const events = params.list('enabled_events');
  if (!events?.length)
    throw invalidParam('Missing required param: enabled_events.', 'enabled_events', 'parameter_missing');
  const apiVersion = params.string('api_version') ?? null;
  const isConnect = params.boolean('connect') ?? false;
  const description = params.string('description') ?? null;
  const metadata = params.metadata();
  params.done();
  const secret = `whsec_${randomText(32)}`;
  const endpoint = newWebhookEndpoint({ url, enabled_events: events, api_version: apiVersion, description, metadata });
  work.tx.put(endpoint, { hidden: { secret, hears: isConnect ? 'connected' : 'platform' } });
  return { ...endpoint, secret };
}

function update(work: Work, params: Params, id: string): WebhookEndpoint {
  const endpoint = work.tx.require('webhook_endpoint', id);
  const url = readUrl(params) ?? endpoint.url;
  const events = params.list('enabled_events') ?? endpoint.enabled_events;
  const isDisabled = params.boolean('disabled') ?? endpoint.status === 'disabled';
  const description = params.string('description') ?? endpoint.description;
  const metadata = params.metadata(endpoint.metadata);
  params.done();
  const status = isDisabled ? 'disabled' : 'enabled';
  return work.tx.put<WebhookEndpoint>({ ...endpoint, url, enabled_events: events, description, metadata, status });
}

function remove(work: Work, params: Params, id: string): object {
  params.done();
  work.tx.require('webhook_endpoint', id);
  work.tx.remove(id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

/** Receivers of events. */
export const webhookEndpointRoutes: readonly Route[] = [
  ['POST', '/v1/webhook_endpoints', create],
  ['GET', '/v1/webhook_endpoints', listOf('webhook_endpoint', '/v1/webhook_endpoints')],
  ['GET', '/v1/webhook_endpoints/:id', retrieveOf('webhook_endpoint')],
  ['POST', '/v1/webhook_endpoints/:id', update],
  ['DELETE', '/v1/webhook_endpoints/:id', remove],
];
