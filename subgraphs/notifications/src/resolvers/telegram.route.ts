import type { HttpRoute } from '@vitrina/platform/subgraph';
import { z } from 'zod';
import { isSecret } from '../domain/webhook-signature.ts';
import type { Services } from '../services.ts';
import { linkTelegramChat } from '../usecases/telegram.ts';

/** The one kind of update that is read: somebody presses Start in a chat of their own. */
const started = z.object({
  message: z.object({
    chat: z.object({ id: z.int(), type: z.literal('private'), first_name: z.string().max(256).optional() }),
    from: z.object({ language_code: z.string().max(35).optional() }).optional(),
    text: z.string().regex(/^\/start( [\w-]{1,64})?$/),
  }),
});

const answers = {
  ru: {
    linked: 'Готово: сообщения Витрины будут приходить сюда. Отключить их можно в настройках.',
    unknown: 'Чтобы получать сообщения здесь, откройте ссылку из настроек Витрины. Она действует 15 минут.',
  },
  en: {
    linked: 'Done: messages from Vitrina come here now. Switch them off in your settings.',
    unknown: 'To get messages here, open the link in your settings at Vitrina. It works for 15 minutes.',
  },
} as const;

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * Updates of the bot. `/start <token>` links the chat to the person whose settings made the link; the bot answers in the
 * response, as the Bot API allows. Everything else is taken and left alone, because Telegram repeats what is refused.
 */
export const telegramWebhook: HttpRoute<Services> = {
  method: 'POST',
  path: '/webhooks/telegram',
  handle: async ({ body, headers }, { services, log }) => {
    const { VITRINA_TELEGRAM_WEBHOOK_SECRET: secret } = services.config;
    if (!secret) return { status: 404, body: 'Telegram is not configured.' };
    if (!isSecret(headers['x-telegram-bot-api-secret-token'], secret)) {
      log.warn({}, 'An update of the bot with a wrong secret was refused.');
      return { status: 403, body: 'The secret is wrong.' };
    }
    const { data } = started.safeParse(parsed(body));
    if (!data) return { status: 200 };
    const { chat, from, text } = data.message;
    const token = text.slice('/start '.length);
    const label = chat.first_name ?? 'Telegram';
    const linked = token !== '' && (await linkTelegramChat(services, { token, chatId: String(chat.id), label }));
    const words = answers[from?.language_code?.startsWith('ru') ? 'ru' : 'en'];
    const answer = { method: 'sendMessage', chat_id: chat.id, text: linked ? words.linked : words.unknown };
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) };
  },
};
