import type { OutboundChannel } from './channel.ts';
import type { Category } from './preferences/categories.ts';
import type { TemplateLocale } from './template/contract.ts';

/** How a page calls categories, channels and outcomes, in each language. */
export interface UnsubscribeWords {
  readonly brand: string;
  readonly other: { readonly locale: TemplateLocale; readonly name: string };
  readonly title: string;
  readonly ask: (category: string, channel: string) => string;
  readonly button: string;
  readonly done: (category: string, channel: string) => string;
  readonly already: string;
  readonly forged: string;
  readonly expired: string;
  readonly categories: Readonly<Record<Category, string>>;
  readonly channels: Readonly<Record<OutboundChannel, string>>;
}

export const unsubscribeWords: Readonly<Record<TemplateLocale, UnsubscribeWords>> = {
  en: {
    brand: 'Vitrina',
    other: { locale: 'ru', name: 'Русский' },
    title: 'Unsubscribe',
    ask: (category, channel) => `No more messages about ${category} by ${channel}?`,
    button: 'Unsubscribe',
    done: (category, channel) =>
      `Done: nothing about ${category} comes by ${channel} any more. Settings bring it back.`,
    already: 'This was switched off before. Nothing else changes.',
    forged: 'This link is not one of ours. Open it from the message, whole.',
    expired: 'This link is too old. Use the one in a newer message, or your settings.',
    categories: {
      SECURITY: 'security',
      PAYMENTS: 'payments',
      ACCOUNT: 'your account',
      PURCHASES: 'your purchases',
      SALES: 'your shop’s sales',
      STOCK: 'your shop’s stock',
      VIDEOS: 'your shop’s videos',
      MESSAGES: 'conversations',
    },
    channels: { EMAIL: 'e-mail', WEB_PUSH: 'push', SMS: 'SMS', TELEGRAM: 'Telegram' },
  },
  ru: {
    brand: 'Витрина',
    other: { locale: 'en', name: 'English' },
    title: 'Отписка',
    ask: (category, channel) => `Больше не присылать сообщения ${category} ${channel}?`,
    button: 'Отписаться',
    done: (category, channel) =>
      `Готово: сообщения ${category} больше не приходят ${channel}. Вернуть их можно в настройках.`,
    already: 'Эти сообщения уже были отключены. Больше ничего не меняется.',
    forged: 'Это не наша ссылка. Откройте её из письма целиком.',
    expired: 'Ссылка устарела. Откройте ссылку из более нового письма или настройки.',
    categories: {
      SECURITY: 'о безопасности',
      PAYMENTS: 'об оплате',
      ACCOUNT: 'об учётной записи',
      PURCHASES: 'о покупках',
      SALES: 'о продажах магазина',
      STOCK: 'об остатках магазина',
      VIDEOS: 'о видео магазина',
      MESSAGES: 'о переписке',
    },
    channels: { EMAIL: 'по почте', WEB_PUSH: 'в браузер', SMS: 'по SMS', TELEGRAM: 'в Telegram' },
  },
};
