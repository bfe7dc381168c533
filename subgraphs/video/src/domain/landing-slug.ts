import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

const form = /^(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Checks the name of a page in addresses (`/l/<slug>`). Refusal: `SLUG_NOT_VALID`. */
export const readLandingSlug = (slug: string): Result<string, Refusal> =>
  form.test(slug)
    ? ok(slug)
    : refuse(
        plainRefusal(
          'SLUG_NOT_VALID',
          ['slug'],
          'Use 3 to 60 lower-case letters, digits and single hyphens between them.',
        ),
      );

/** Another page of the market has that address, or had it and redirects from it. */
export const slugTaken = (): Refusal =>
  plainRefusal('SLUG_TAKEN', ['slug'], 'Another page has this address; choose another one.');
