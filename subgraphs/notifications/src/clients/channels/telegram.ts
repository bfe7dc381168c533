import type { ChannelPort, SendOutcome } from './contract.ts';
import { createProviderHttp, jsonOf, type ProviderAnswer } from './provider-call.ts';
import { shorten } from './shorten.ts';

/** The Bot API's answer to `sendMessage`, as far as it is read. */
interface BotAnswer {
  readonly ok?: boolean;
  readonly description?: string;
  readonly result?: { readonly message_id?: number };
  readonly parameters?: { readonly retry_after?: number };
}

/** Chats that are gone come as 400 with a sentence; there is no code for them. */
const goneChat = /chat not found|user is deactivated|group chat was (deleted|deactivated|upgraded)/i;

const outcomeOf = (answer: ProviderAnswer): SendOutcome => {
  const { status } = answer;
  const { ok, description = '', result, parameters } = jsonOf(answer) as BotAnswer;
  if (status === 200 && ok === true) return { kind: 'ACCEPTED', providerId: String(result?.message_id ?? 'unnamed') };
  const code = `TELEGRAM ${status}`;
  if (status === 429) return { kind: 'RETRY', code, afterSeconds: parameters?.retry_after };
  // 401 and 404 are a wrong token: ours to repair, and no reason to give up what people should hear.
  if (status === 401 || status === 404 || status === 503) return { kind: 'RETRY', code };
  if (status === 403) return { kind: 'REFUSED', code, addressIsDead: true };
  if (status >= 400 && status < 500) return { kind: 'REFUSED', code, addressIsDead: goneChat.test(description) };
  return { kind: 'UNKNOWN', code };
};

/**
 * Telegram through the Bot API's `sendMessage`. The API has no idempotency keys. The token is part of the address that
 * is called, so addresses are never logged.
 */
export const createTelegramChannel = (url: string, token: string): ChannelPort => {
  const http = createProviderHttp();
  const target = new URL(`/bot${token}/sendMessage`, url).href;
  return {
    deduplicates: false,
    send: async (message, signal) => {
      if (!/^-?\d{1,20}$/.test(message.address))
        return { kind: 'REFUSED', code: 'TELEGRAM bad chat', addressIsDead: true };
      const body = JSON.stringify({
        chat_id: Number(message.address),
        // Plain text: without parse_mode nothing in a text can be markup. 4,096 UTF-16 units are the API's limit.
        text: shorten(message.text, 4_096),
        link_preview_options: { is_disabled: true },
      });
      const called = await http.post({ url: target, headers: { 'content-type': 'application/json' }, body }, signal);
      return 'outcome' in called ? called.outcome : outcomeOf(called.answer);
    },
    close: () => http.close(),
  };
};
