import type { MessageKind } from '../message.ts';

/** One line for one message, a number for several; `authorName` is null when the shop wrote. */
export const messageReceived: MessageKind = {
  kind: 'message-received',
  category: 'ACCOUNT',
  channels: [],
  write: {
    en: ({ authorName, excerpt, count }) => ({
      title: Number(count ?? 1) > 1 ? `${count} new messages` : `New message from ${authorName ?? 'the shop'}`,
      text: String(excerpt ?? 'Open the conversation to read it.'),
    }),
    ru: ({ authorName, excerpt, count }) => ({
      title: Number(count ?? 1) > 1 ? `Новых сообщений: ${count}` : `Новое сообщение: ${authorName ?? 'магазин'}`,
      text: String(excerpt ?? 'Откройте переписку, чтобы прочитать.'),
    }),
  },
};
