import { plainRefusal, type Refusal } from '@vitrina/platform/result';
import type { LandingSection } from './landing-document.ts';
import type { LandingProblem } from './landing-problems.ts';

/** Somebody else changed it meanwhile. */
export const landingChanged = (version: number): Refusal =>
  plainRefusal(
    'VERSION_CONFLICT',
    ['expectedVersion'],
    `Somebody else changed the page meanwhile; it is at version ${version} now. Load it again and repeat your change.`,
  );

export const templateNotFound = (): Refusal =>
  plainRefusal('TEMPLATE_NOT_FOUND', ['templateCode'], 'There is no such template; take a code of `landingTemplates`.');

export const versionNotFound = (): Refusal =>
  plainRefusal('VERSION_NOT_FOUND', ['number'], 'The page was never published with that number; see its `versions`.');

export const tooManyLandings = (max: number): Refusal =>
  plainRefusal('TOO_MANY_LANDINGS', ['shopId'], `A shop has at most ${max} landing pages; delete one first.`);

export const tooManyImages = (max: number): Refusal =>
  plainRefusal(
    'TOO_MANY_IMAGES',
    ['landingId'],
    `A page has at most ${max} pictures; pictures no version shows are taken away with the page.`,
  );

/** The draft cannot be published: one refusal per problem, at its section. */
export const notReady = (problems: readonly LandingProblem[], sectionIds: readonly string[]): Refusal[] =>
  problems.map(({ code, message, sectionId }) =>
    plainRefusal(code, sectionId === null ? [] : ['sections', String(sectionIds.indexOf(sectionId))], message),
  );

/** Pictures that are not this page's: unknown ones and another page's look the same. */
export const foreignPictures = (sections: readonly LandingSection[], own: ReadonlySet<string>): Refusal[] =>
  sections.flatMap((section, index) =>
    section.kind === 'gallery'
      ? section.imageIds.flatMap((id, at) =>
          own.has(id)
            ? []
            : plainRefusal(
                'IMAGE_NOT_FOUND',
                ['sections', String(index), 'gallery', 'imageIds', String(at)],
                'This page has no such picture; upload it for this page first.',
              ),
        )
      : [],
  );
