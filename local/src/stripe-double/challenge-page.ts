import { finishChallenge } from './challenge.ts';
import type { Engine } from './engine.ts';
import { parseForm } from './form-body.ts';
import type { Store, StoredRecord } from './store.ts';

/** A page or redirect for a browser. */
export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function page(status: number, title: string, content: string): PageAnswer {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f4f5f7; color: #1a1a1a; }
main { max-width: 26rem; margin: 3rem auto; padding: 1.5rem; background: #fff; border-radius: .5rem; }
button { font: inherit; padding: .6rem 1.2rem; margin: 0 .5rem .5rem 0; border: 2px solid #0b57d0; border-radius: .3rem; cursor: pointer; }
button[value=approve] { background: #0b57d0; color: #fff; }
button[value=fail] { background: #fff; color: #0b57d0; }
button:focus-visible { outline: 3px solid #e37400; outline-offset: 2px; }
</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body>
</html>`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'Referrer-Policy': 'no-referrer',
    },
    body,
  };
}

function describe(record: StoredRecord): string {
  const { object } = record;
  if (object.object !== 'payment_intent') return '<p>A shop wants to save this card for later payments.</p>';
  const amount = `${object.amount} ${object.currency.toUpperCase()} (minor units)`;
  return `<p>A payment of <strong>${escapeHtml(amount)}</strong> needs your approval.</p>`;
}

function form(record: StoredRecord): PageAnswer {
  return page(
    200,
    'Confirm this payment (test)',
    `${describe(record)}
<p>This page stands in for the card issuer. No money moves.</p>
<form method="post">
<button type="submit" name="outcome" value="approve">Approve</button>
<button type="submit" name="outcome" value="fail">Fail</button>
</form>`,
  );
}

/** Where the customer goes afterwards: the shop's return address with what Stripe adds to it. */
function returnAddress(record: StoredRecord): string | undefined {
  const { returnUrl } = record.hidden;
  const { object } = record;
  if (!returnUrl || (object.object !== 'payment_intent' && object.object !== 'setup_intent')) return undefined;
  const url = new URL(returnUrl);
  url.searchParams.set(object.object, object.id);
  url.searchParams.set(`${object.object}_client_secret`, object.client_secret);
  const isGood = object.status === 'succeeded' || object.status === 'requires_capture';
  url.searchParams.set('redirect_status', isGood ? 'succeeded' : 'failed');
  return url.href;
}

function leave(record: StoredRecord): PageAnswer {
  const address = returnAddress(record);
  if (!address) return page(200, 'Done', '<p>You may close this page and go back to the shop.</p>');
  return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' }, body: '' };
}

/** Serves `/_challenge/<intent>?key=…`: the issuer's page on GET, its outcome on POST. */
export async function challengePage(
  parts: { engine: Engine; store: Store },
  request: { method: string; intentId: string; key: string | null; body: string },
): Promise<PageAnswer> {
  const record = parts.store.get(request.intentId);
  if (!record || !request.key || record.hidden.challengeKey !== request.key) {
    return page(404, 'Unknown payment', '<p>This confirmation page does not exist or is no longer valid.</p>');
  }
  const isWaiting = 'status' in record.object && record.object.status === 'requires_action';
  if (!isWaiting) return leave(record);
  if (request.method !== 'POST') return form(record);
  const outcome = parseForm(request.body).get('outcome');
  if (outcome !== 'approve' && outcome !== 'fail') return form(record);
  await parts.engine.run(record.owner, (work) => finishChallenge(work, request.intentId, outcome));
  return leave(parts.store.get(request.intentId) ?? record);
}
