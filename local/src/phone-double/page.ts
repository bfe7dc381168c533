import type { InboxEntry } from './contract.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const row = ({ provider, to, title, text, receivedAt, times }: InboxEntry): string => `
<article>
  <p><b>${escapeHtml(provider)}</b> to ${escapeHtml(to)}, ${escapeHtml(receivedAt)}${times > 1 ? ` (taken ${times} times)` : ''}</p>
  ${title === null ? '' : `<h2>${escapeHtml(title)}</h2>`}<pre>${escapeHtml(text)}</pre>
</article>`;

/** No script, nothing foreign: a message cannot do anything to whoever reads it here. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
} as const;

const layout = (body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Phone</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:1rem/1.5 system-ui;max-width:40rem;margin:0 auto;padding:1rem}article{border-top:1px solid #ccc}pre{white-space:pre-wrap;font:inherit}h2{font-size:1rem;margin:0}</style>
</head><body><h1>Phone</h1>${body}</body></html>`;

/** What was sent by push, SMS and Telegram, newest first. */
export const inboxPage = (entries: readonly InboxEntry[]): string =>
  layout(
    entries.length === 0
      ? '<p>Nothing has arrived yet. Push, SMS and Telegram messages of the local market appear here.</p>'
      : [...entries].reverse().map(row).join(''),
  );

/** What a link to the bot opens in Telegram: a button that says `/start` with what the link carries. */
export const startPage = (start: string): string =>
  layout(`<p>The bot of the local market. Pressing Start links this chat, as in Telegram.</p>
<form method="post" action="/_page/say">
  <input type="hidden" name="text" value="${escapeHtml(`/start ${start}`.trim())}">
  <label>Chat id <input name="chatId" value="1001" inputmode="numeric" pattern="[0-9]{1,12}" required></label>
  <button>Start</button>
</form>`);
