import type { OutboundChannel } from '../../domain/channel.ts';
import type { ChannelConfig } from './config.ts';
import type { ChannelPort, ChannelPorts } from './contract.ts';
import { createEmailChannel } from './email.ts';
import { createSmsChannel } from './sms.ts';
import { createTelegramChannel } from './telegram.ts';
import { createWebPushChannel } from './web-push.ts';

const webPushOf = (config: ChannelConfig, now: () => Date): ChannelPort | undefined => {
  const { VITRINA_VAPID_PUBLIC_KEY: publicKey, VITRINA_VAPID_PRIVATE_KEY: privateKey } = config;
  return publicKey && privateKey ? createWebPushChannel(config, { publicKey, privateKey }, now) : undefined;
};

const smsOf = (config: ChannelConfig, now: () => Date): ChannelPort | undefined => {
  const {
    VITRINA_SMS_URL: url,
    VITRINA_SMS_ACCOUNT: account,
    VITRINA_SMS_TOKEN: token,
    VITRINA_SMS_FROM: from,
  } = config;
  return url && account && token && from ? createSmsChannel(config, { url, account, token, from }, now) : undefined;
};

const telegramOf = ({ VITRINA_TELEGRAM_TOKEN: token, VITRINA_TELEGRAM_URL: url }: ChannelConfig) =>
  token ? createTelegramChannel(url, token) : undefined;

/** Every way out that is configured. E-mail always is: without a mail relay nobody could confirm an address. */
export const createChannels = (config: ChannelConfig, now: () => Date = () => new Date()): ChannelPorts => {
  const ports: Record<OutboundChannel, ChannelPort | undefined> = {
    EMAIL: createEmailChannel(config),
    WEB_PUSH: webPushOf(config, now),
    SMS: smsOf(config, now),
    TELEGRAM: telegramOf(config),
  };
  return Object.fromEntries(Object.entries(ports).filter(([, port]) => port !== undefined));
};

/** Ends the connections of all of them. */
export const closeChannels = async (ports: ChannelPorts): Promise<void> => {
  await Promise.all(Object.values(ports).map((port) => port.close()));
};
