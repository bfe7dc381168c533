import type { Refusal, Result } from '@vitrina/platform/result';
import type { AuthenticationMapper } from '../mappers.ts';
import type { Context } from '../request.ts';
import type { Granted } from '../usecases/open-session.ts';

const cookieName = 'vitrina_refresh';

/** Deletes the refresh cookie. */
export const dropCookie = (context: Context): void =>
  context.setCookie({ name: cookieName, value: '', maxAgeSeconds: 0 });

/** Hands tokens over: the refresh token as an HttpOnly cookie, or in the answer for clients without cookies. */
export const handOver = (
  context: Context,
  result: Result<Granted, Refusal>,
  inBody: boolean,
): { authentication: AuthenticationMapper | null; userErrors: readonly Refusal[] } => {
  if (!result.ok) return { authentication: null, userErrors: result.refusals };
  const granted = result.value;
  if (!inBody) {
    const maxAgeSeconds = Math.max(
      0,
      Math.floor((granted.refreshExpiresAt.getTime() - context.services.clock.now().getTime()) / 1_000),
    );
    context.setCookie({ name: cookieName, value: granted.refreshToken, maxAgeSeconds });
  }
  return { authentication: { granted, inBody }, userErrors: [] };
};
