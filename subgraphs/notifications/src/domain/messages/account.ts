import type { MessageKind } from '../message.ts';

export const welcome: MessageKind = {
  kind: 'welcome',
  category: 'ACCOUNT',
  channels: ['app'],
  write: {
    en: ({ displayName }) => ({
      title: 'Welcome to Vitrina',
      text: `Hello ${displayName}! Confirm your e-mail address to open a shop or to get receipts.`,
    }),
    ru: ({ displayName }) => ({
      title: 'Добро пожаловать на Витрину',
      text: `Здравствуйте, ${displayName}! Подтвердите адрес почты, чтобы открыть магазин и получать чеки.`,
    }),
  },
};

export const emailVerification: MessageKind = {
  kind: 'email-verification',
  category: 'ACCOUNT',
  channels: ['email'],
  needsLink: true,
  write: {
    en: ({ url }) => ({
      title: 'Confirm your e-mail address',
      text: `Open this link to confirm that the address is yours:\n\n${url}\n\nIf you did not sign up, ignore this message.`,
    }),
    ru: ({ url }) => ({
      title: 'Подтвердите адрес почты',
      text: `Откройте ссылку, чтобы подтвердить, что адрес ваш:\n\n${url}\n\nЕсли вы не регистрировались, просто не отвечайте на это письмо.`,
    }),
  },
};

export const passwordReset: MessageKind = {
  kind: 'password-reset',
  category: 'ACCOUNT',
  channels: ['email'],
  needsLink: true,
  write: {
    en: ({ url }) => ({
      title: 'Choose a new password',
      text: `Open this link to choose a new password:\n\n${url}\n\nAll devices will be signed out. If you did not ask for it, nothing changes.`,
    }),
    ru: ({ url }) => ({
      title: 'Новый пароль',
      text: `Откройте ссылку, чтобы задать новый пароль:\n\n${url}\n\nНа всех устройствах потребуется войти заново. Если вы об этом не просили, ничего не изменится.`,
    }),
  },
};

export const phoneCode: MessageKind = {
  kind: 'phone-code',
  category: 'ACCOUNT',
  channels: [],
  write: {
    en: ({ code }) => ({
      title: 'Your code',
      text: `${code} is your code for messages from Vitrina. Tell it to nobody.`,
    }),
    ru: ({ code }) => ({ title: 'Ваш код', text: `${code} — ваш код для сообщений Витрины. Никому его не сообщайте.` }),
  },
};
