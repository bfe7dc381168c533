import { randomUUID } from 'node:crypto';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import type { FastifyRequest } from 'fastify';

/** Name of the HttpOnly cookie that carries the refresh token; only identity receives its value. */
const refreshCookieName = 'vitrina_refresh';

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i;

/** The language the caller likes best by `Accept-Language` (RFC 9110, section 12.5.4); `en` when unsaid. */
export const bestLocale = (header: string | undefined): string => {
  const ranked = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => languageTag.test(tag) && quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return ranked[0]?.tag ?? 'en';
};

/** Random hexadecimal digits from the pool that Node keeps for UUIDs: much cheaper than asking the system each time. */
const randomHex = (): string => randomUUID().replaceAll('-', '');

/** The caller's trace context when it is well formed (W3C Trace Context, section 3.2), otherwise a new one. */
export const traceParentOf = (header: string | undefined): string =>
  header && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(header)
    ? header
    : `00-${randomHex()}-${randomHex().slice(0, 16)}-01`;

/** Facts about a request that subgraphs may know. */
export const metaOf = (request: FastifyRequest): RequestMeta => {
  const refreshToken = request.cookies[refreshCookieName];
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 256),
    locale: bestLocale(request.headers['accept-language']),
    ...(refreshToken && { refreshToken }),
  };
};
