import type { Actor } from '@vitrina/platform/auth';
import { ok, refuse } from '@vitrina/platform/result';
import { problemsOf } from '../domain/landing-problems.ts';
import { notReady } from '../domain/landing-refusals.ts';
import { readReferenceFacts } from '../queries/landing-facts.ts';
import type { Services } from '../services.ts';
import { appendVersion, changeLanding, landingsByIds } from '../store/landings.ts';
import { editLanding, type LandingEdit } from './edit-landing.ts';

/** One stable name of who acted, for the record. */
const nameOf = (actor: Actor): string => {
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'client' ? actor.clientId : actor.kind;
};

/**
 * Publishes the draft as the page's next version, if nothing keeps it from being published. What it shows is asked of
 * its owners before the transaction: whether goods are on sale may change a moment later anyway, and the page copes.
 */
export const publishLanding = async (services: Services, actor: Actor, input: LandingEdit) => {
  const [seen] = await landingsByIds(services.database.orm, [input.landingId]);
  const facts = seen && (await readReferenceFacts(services, seen));
  return editLanding(
    services,
    actor,
    { ...input, expectedVersion: input.expectedVersion ?? seen?.version },
    async (tx, row) => {
      const problems = facts ? problemsOf(row.draft, facts) : [];
      const [first, ...rest] = notReady(
        problems,
        row.draft.sections.map(({ id }) => id),
      );
      if (first) return refuse(first, ...rest);
      const publishedAt = services.clock.now();
      const publishedVersion = await appendVersion(tx, {
        landingId: row.id,
        document: row.draft,
        publishedAt,
        publishedBy: nameOf(actor),
      });
      return ok(await changeLanding(tx, row.id, { publishedVersion, publishedAt }));
    },
  );
};

/** Takes the page down; its versions stay. A page that is down already stays untouched. */
export const unpublishLanding = (services: Services, actor: Actor, input: LandingEdit) =>
  editLanding(services, actor, input, async (tx, row) =>
    ok(
      row.publishedVersion === null
        ? row
        : await changeLanding(tx, row.id, { publishedVersion: null, publishedAt: null }),
    ),
  );
