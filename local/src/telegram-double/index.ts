import { z } from 'zod';
import {
  type Answer,
  type Exchange,
  type Fault,
  heardUnless,
  json,
  type Phone,
  type ProviderDouble,
} from '../phone-double/contract.ts';

/** What the double is told. */
export interface TelegramDoubleBot {
  readonly token: string;
  /** Where updates go until `setWebhook` says otherwise, with the secret the bot expects in each. */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
}

const storedChats = z.array(z.object({ id: z.number(), blocked: z.boolean() })).catch([]);

const sendMessage = z.strictObject({
  chat_id: z.union([z.number(), z.string()]),
  text: z.string().min(1),
  link_preview_options: z.looseObject({}).optional(),
  disable_notification: z.boolean().optional(),
  parse_mode: z.enum(['HTML', 'MarkdownV2']).optional(),
});
const webhookInput = z.object({
  url: z.string(),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
});

const refusal = (code: number, description: string, parameters?: object): Answer =>
  json(code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });
const done = (result: unknown): Answer => json(200, { ok: true, result });

const onDemand = (fault: Fault | undefined): Answer | undefined => {
  const retry_after = fault?.retryAfterSeconds;
  switch (fault?.kind) {
    case 'RATE_LIMITED':
      return refusal(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    case 'UNAVAILABLE':
      return refusal(503, 'Service Unavailable');
    case 'SERVER_ERROR':
      return refusal(500, 'Internal Server Error');
    case 'REFUSED':
      return refusal(400, "Bad Request: can't parse entities");
    case 'TOO_LARGE':
      return refusal(400, 'Bad Request: message is too long');
    case 'GONE':
      return refusal(403, 'Forbidden: bot was blocked by the user');
    default:
      return undefined;
  }
};

const webhookAnswer = z.object({ method: z.literal('sendMessage'), chat_id: z.number(), text: z.string() });

const inputOf = ({ body }: Pick<Exchange, 'body'>): unknown => {
  try {
    return body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Telegram's Bot API for one bot, and the people who talk to it. */
class TelegramDouble implements ProviderDouble {
  readonly name = 'telegram';
  readonly #phone: Phone;
  readonly #token: string;
  readonly #chats: Map<number, { readonly blocked: boolean }>;
  #webhook: TelegramDoubleBot['webhook'];
  #updates: { readonly update_id: number }[] = [];
  #lastUpdate = 0;
  #lastMessage = 0;

  constructor(phone: Phone, bot: TelegramDoubleBot, kept: unknown) {
    this.#phone = phone;
    this.#token = bot.token;
    this.#webhook = bot.webhook;
    this.#chats = new Map(storedChats.parse(kept).map(({ id, blocked }) => [id, { blocked }]));
  }

  readonly serves = (path: string): boolean => path.startsWith('/bot');
  readonly keep = () => [...this.#chats].map(([id, { blocked }]) => ({ id, blocked }));

  readonly call = async (exchange: Exchange, fault: Fault | undefined): Promise<Answer> => {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(exchange.path) ?? [];
    if (token !== this.#token) return refusal(401, 'Unauthorized');
    switch (method) {
      case 'getMe':
        return done({ id: 1, is_bot: true, first_name: 'Vitrina', username: 'vitrina_bot' });
      case 'sendMessage':
        return this.#send(exchange, fault);
      case 'setWebhook':
        return this.#setWebhook(inputOf(exchange));
      case 'getUpdates':
        return this.#getUpdates(inputOf(exchange));
      default:
        return refusal(404, 'Not Found');
    }
  };

  readonly control = async (action: string, input: Readonly<Record<string, unknown>>): Promise<object | undefined> => {
    const { chatId, text } = z.object({ chatId: z.coerce.number().int(), text: z.string().default('') }).parse(input);
    if (action === 'say') return this.#say(chatId, text);
    if (action !== 'block') return undefined;
    this.#chats.set(chatId, { blocked: true });
    return { blocked: true };
  };

  #message(chatId: number, text: string) {
    this.#lastMessage += 1;
    const date = Math.floor(Date.now() / 1_000);
    return { message_id: this.#lastMessage, chat: { id: chatId, type: 'private', first_name: 'Local' }, date, text };
  }

  #send(exchange: Exchange, fault: Fault | undefined): Answer {
    const { success, data } = sendMessage.safeParse(inputOf(exchange));
    if (!success) return refusal(400, 'Bad Request: message text is empty or a field is not known');
    const chatId = Number(data.chat_id);
    const chat = this.#chats.get(chatId);
    if (!chat) return refusal(400, 'Bad Request: chat not found');
    if (chat.blocked) return refusal(403, 'Forbidden: bot was blocked by the user');
    if (data.text.length > 4_096) return refusal(400, 'Bad Request: message is too long');
    const demanded = onDemand(fault);
    if (demanded) return demanded;
    this.#phone.show({ provider: 'telegram', to: String(chatId), title: null, text: data.text, details: {} });
    return heardUnless(fault, done(this.#message(chatId, data.text)));
  }

  #setWebhook(input: unknown): Answer {
    const { data } = webhookInput.safeParse(input);
    if (!data) return refusal(400, 'Bad Request: bad webhook');
    this.#webhook = data.url === '' ? undefined : { url: data.url, secret: data.secret_token ?? '' };
    return done(true);
  }

  #getUpdates(input: unknown): Answer {
    // Telegram refuses to give updates two ways at once.
    if (this.#webhook) return refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    const offset = Number((input as { readonly offset?: number } | undefined)?.offset ?? 0);
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= offset);
    return done(this.#updates);
  }

  /** A person writes to the bot: pressing Start sends `/start <what the link said>`. */
  async #say(chatId: number, text: string): Promise<object> {
    this.#chats.set(chatId, { blocked: false });
    this.#lastUpdate += 1;
    const from = { id: chatId, first_name: 'Local', is_bot: false };
    const update = { update_id: this.#lastUpdate, message: { ...this.#message(chatId, text), from } };
    if (!this.#webhook) {
      this.#updates.push(update);
      return { webhookStatus: null };
    }
    const response = await fetch(this.#webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': this.#webhook.secret },
      body: JSON.stringify(update),
    }).catch(() => undefined);
    if (response?.ok) this.#answer(chatId, await response.text());
    return { webhookStatus: response?.status ?? null };
  }

  /** A bot may answer an update in the response to it: `{ method: 'sendMessage', … }`. */
  #answer(chatId: number, body: string): void {
    const { data } = webhookAnswer.safeParse(inputOf({ body: Buffer.from(body) }));
    if (data?.chat_id === chatId)
      this.#phone.show({ provider: 'telegram', to: String(chatId), title: null, text: data.text, details: {} });
  }
}

/** Starts with the chats that were kept. */
export const createTelegramDouble = (phone: Phone, bot: TelegramDoubleBot, kept: unknown): ProviderDouble =>
  new TelegramDouble(phone, bot, kept);
