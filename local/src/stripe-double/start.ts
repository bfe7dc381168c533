import { Api } from './api.ts';
import { connectStripeDoubleControl, type StripeDoubleControl } from './control/client.ts';
import { Engine } from './engine.ts';
import { Faults } from './faults.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { Journal } from './journal.ts';
import { newWebhookEndpoint } from './resources/webhook-endpoints.ts';
import { listen } from './server.ts';
import { defaultSettings } from './settings.ts';
import { Store } from './store.ts';
import { WebhookDelivery } from './webhooks/delivery.ts';
import { WebhookDispatch } from './webhooks/dispatch.ts';
import { WebhookModes } from './webhooks/modes.ts';
import { PLATFORM_ACCOUNT } from './work.ts';

/** It listens on the loopback alone: whoever speaks to it may do anything. */
const host = '127.0.0.1';

/** Options of {@link startStripeDouble}. */
export interface StripeDoubleOptions {
  /** 0 takes any free port. */
  port?: number;
  /** Where the books are kept. Without it they live in memory and end with the process. */
  dataDir?: string;
  /** An endpoint that hears every event, of the platform and of its connected accounts, signed with `secret`. */
  webhook?: { url: string; secret: string };
  /** Receives defects and given-up webhooks. Silent when absent. */
  log?: (message: string) => void;
}

/** A running double. */
export interface StripeDouble {
  url: string;
  host: string;
  port: number;
  control: StripeDoubleControl;
  close(): Promise<void>;
}

const CONFIGURED_WEBHOOK = 'we_1ConfiguredAtStart00000';

/** The endpoint from the options replaces the one of the last start; without the option it is gone. */
async function registerWebhook(engine: Engine, webhook: StripeDoubleOptions['webhook']): Promise<void> {
  await engine.run(PLATFORM_ACCOUNT, (work) => {
    if (webhook) {
      const endpoint = newWebhookEndpoint({ id: CONFIGURED_WEBHOOK, url: webhook.url });
      work.tx.put(endpoint, { hidden: { secret: webhook.secret, hears: 'everything' } });
    } else work.tx.remove(CONFIGURED_WEBHOOK);
  });
}

/**
 * Starts a local server that speaks Stripe's HTTP API well enough for the official SDK, unchanged:
 * `new Stripe('sk_test_x', { host, port, protocol: 'http' })`. What it can do wrong on demand is in README.md.
 */
export async function startStripeDouble(options: StripeDoubleOptions = {}): Promise<StripeDouble> {
  const log = options.log ?? (() => undefined);
  const settings = defaultSettings();
  const store = new Store();
  const keys = new IdempotencyKeys();
  const faults = new Faults();
  const modes = new WebhookModes();
  const opened = options.dataDir ? await Journal.open(options.dataDir) : undefined;
  const delivery = new WebhookDelivery({
    store,
    settings,
    log,
    onDelivered: (eventId, endpointId) => engine.delivered(eventId, endpointId),
  });
  const dispatch = new WebhookDispatch(delivery, modes);
  let url = '';
  const engine: Engine = new Engine({
    store,
    keys,
    journal: opened?.journal,
    delivery,
    dispatch,
    settings,
    publicUrl: () => url,
    log,
  });
  if (opened) {
    engine.replay(opened.entries);
    await opened.journal.compact(engine.snapshot());
  }
  await registerWebhook(engine, options.webhook);
  const reset = async () => {
    faults.clear();
    modes.clear();
    await engine.reset();
    await registerWebhook(engine, options.webhook);
  };
  const api = new Api({ engine, faults, keys, dispatch, log });
  const server = await listen(
    { api, engine, store, faults, modes, delivery, settings, reset, log },
    host,
    options.port ?? 0,
  ).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  url = `http://${host}:${server.port}`;
  engine.resume();
  return {
    url,
    host,
    port: server.port,
    control: connectStripeDoubleControl(url),
    async close() {
      await server.close();
      delivery.close();
      await engine.close();
    },
  };
}
