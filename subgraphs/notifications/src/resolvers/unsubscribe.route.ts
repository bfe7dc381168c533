import type { HttpRequest, HttpRoute } from '@vitrina/platform/subgraph';
import type { LinkFault } from '../domain/unsubscribe.ts';
import type { Services } from '../services.ts';
import { readUnsubscribeLink, unsubscribe } from '../usecases/unsubscribe.ts';
import { pageLocale, unsubscribePage } from './unsubscribe-page.ts';

const path = '/unsubscribe';
const maxBodyBytes = 2_048;

const tokenOf = ({ query }: HttpRequest): string => (typeof query['token'] === 'string' ? query['token'] : '');

const refused = (request: HttpRequest, fault: LinkFault) =>
  unsubscribePage({
    status: fault === 'FORGED' ? 404 : 410,
    locale: pageLocale(request),
    say: (words) => (fault === 'FORGED' ? words.forged : words.expired),
  });

/** Shows what the link switches off, and changes nothing: programs that look into mails open every link in them. */
export const unsubscribeAsk: HttpRoute<Services> = {
  method: 'GET',
  path,
  handle: async (request, { services }) => {
    const token = tokenOf(request);
    const link = readUnsubscribeLink(services, token);
    if (!link.ok) return refused(request, link.refusals[0]);
    const { category, channel } = link.value;
    return unsubscribePage({
      status: 200,
      locale: pageLocale(request),
      token,
      say: (words) => words.ask(words.categories[category], words.channels[channel]),
    });
  },
};

/** RFC 8058, 3.2: one field, in either of the two encodings of forms. */
const isOneClick = ({ headers, body }: HttpRequest): boolean => {
  if (body.length > maxBodyBytes) return false;
  const type = headers['content-type'] ?? '';
  const text = body.toString('utf8');
  if (type.startsWith('application/x-www-form-urlencoded'))
    return new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click';
  return (
    type.startsWith('multipart/form-data') &&
    /name="?List-Unsubscribe"?[^\r\n]*(\r\n[^\r\n]+)*\r\n\r\nOne-Click\r\n/i.test(text)
  );
};

/**
 * One-click unsubscribing (RFC 8058): mail programs post here by themselves, without cookies and without following
 * redirects, so the token alone says who and what, and the answer is the page. A second click is as good as the first.
 */
export const unsubscribeDo: HttpRoute<Services> = {
  method: 'POST',
  path,
  handle: async (request, { services }) => {
    if (!isOneClick(request))
      return { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Post List-Unsubscribe=One-Click.' };
    const done = await unsubscribe(services, tokenOf(request));
    if (!done.ok) return refused(request, done.refusals[0]);
    const { category, channel, already } = done.value;
    return unsubscribePage({
      status: 200,
      locale: pageLocale(request),
      say: (words) => (already ? words.already : words.done(words.categories[category], words.channels[channel])),
    });
  },
};
