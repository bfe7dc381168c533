import type { Runtime } from '@vitrina/platform/subgraph';
import type { ChannelPorts } from './clients/channels/contract.ts';
import { createChannels } from './clients/channels/index.ts';
import type { Config } from './config.ts';
import type { RenderTemplate } from './domain/template/contract.ts';
import { mintUnsubscribeToken, type Unsubscription } from './domain/unsubscribe.ts';
import { createWakeSender } from './jobs/wake-sender.ts';
import { createTemplateRenderer, type TemplateRenderer } from './usecases/render-template.ts';

/** What this context's code works with. */
export interface Services extends Runtime {
  /** Ways out; those that are not configured are absent. */
  readonly channels: ChannelPorts;
  /** Writes a message as it is to read now. */
  readonly render: RenderTemplate;
  /** Makes a publication count at once in this process; the others read it within seconds. */
  readonly forgetTemplate: TemplateRenderer['forget'];
  /** Says that there may be steps to do, when their rows are committed. */
  readonly wakeSender: () => Promise<void>;
  /** Signs what leaves the market and comes back: unsubscribe links, phone codes, links of Telegram chats. */
  readonly secret: string;
  /** The address that switches off one category on one channel by one click. */
  readonly unsubscribeUrl: (what: Unsubscription) => string;
  readonly config: Config;
}

export const createServices = (runtime: Runtime, config: Config): Services => {
  const { VITRINA_NOTIFICATIONS_SECRET: secret, VITRINA_GATEWAY_URL: gatewayUrl } = config;
  const templates = createTemplateRenderer(runtime);
  return {
    ...runtime,
    channels: createChannels(config, () => runtime.clock.now()),
    render: templates.render,
    forgetTemplate: templates.forget,
    wakeSender: createWakeSender(runtime.jobs),
    secret,
    unsubscribeUrl: (what) => {
      const url = new URL('/unsubscribe', gatewayUrl);
      url.searchParams.set('token', mintUnsubscribeToken(secret, what, runtime.clock.now()));
      return url.toString();
    },
    config,
  };
};
