import { z } from 'zod';
import { type Answer, type Exchange, json, type ProviderDouble, providerNames } from './contract.ts';
import { type Faults, faultRule } from './faults.ts';
import type { Inbox } from './inbox.ts';
import { inboxPage, pageHeaders, startPage } from './page.ts';

export interface PhoneParts {
  readonly doubles: readonly ProviderDouble[];
  readonly inbox: Inbox;
  readonly faults: Faults;
  readonly origin: () => string;
  /** Writes what has to outlive a restart. */
  readonly save: () => Promise<void>;
}

const page = (html: string): Answer => ({ status: 200, headers: pageHeaders, body: html });

const inputOf = (body: Buffer): Readonly<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).parse(body.length > 0 ? JSON.parse(body.toString('utf8')) : {});

/** What tests and people do: look, cause faults, subscribe a browser, write to the bot. */
const control = async ({ doubles, inbox, faults, save }: PhoneParts, exchange: Exchange): Promise<Answer> => {
  const { method, path, query, body } = exchange;
  const [name = '', action = ''] = path.slice('/_control/'.length).split('/');
  if (name === 'inbox' && method === 'GET') {
    const provider = z
      .enum(providerNames)
      .optional()
      .parse(query.get('provider') ?? undefined);
    return json(200, { messages: inbox.list(provider) });
  }
  if (name === 'inbox' && method === 'DELETE') {
    inbox.clear();
    return json(200, {});
  }
  if (name === 'faults' && method === 'POST') {
    faults.add(faultRule.parse(inputOf(body)));
    return json(200, {});
  }
  if (name === 'faults' && method === 'DELETE') {
    faults.clear();
    return json(200, {});
  }
  const result = await doubles.find((double) => double.name === name)?.control(action, inputOf(body));
  if (!result) return json(404, { error: 'There is no such control.' });
  await save();
  return json(200, result);
};

/** The form of the bot's page; another origin's page must not press it. */
const say = async ({ doubles, save, origin }: PhoneParts, { header, body }: Exchange): Promise<Answer> => {
  if (header('origin') !== origin()) return json(403, { error: 'Forms of this page only.' });
  const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  await doubles.find(({ name }) => name === 'telegram')?.control('say', fields);
  await save();
  return { status: 303, headers: { location: '/' } };
};

/** Finds who answers: pages for people, the control API for tests, else the provider whose path it is. */
export const route = async (parts: PhoneParts, exchange: Exchange): Promise<Answer> => {
  const { method, path, query, header } = exchange;
  if (path === '/' && method === 'GET') return page(inboxPage(parts.inbox.list()));
  if (path.startsWith('/t.me/') && method === 'GET') return page(startPage(query.get('start') ?? ''));
  if (path === '/_page/say' && method === 'POST') return say(parts, exchange);
  if (path.startsWith('/_control/')) {
    if (header('origin') !== undefined) return json(403, { error: 'The control API is not for browsers.' });
    try {
      return await control(parts, exchange);
    } catch (error) {
      if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
      throw error;
    }
  }
  const double = parts.doubles.find(({ serves }) => serves(path));
  return double ? double.call(exchange, parts.faults.take(double.name)) : json(404, { error: 'Nobody lives here.' });
};
