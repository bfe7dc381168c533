import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { templateKinds } from '../domain/template/facts.ts';
import type { TemplatePlace } from '../domain/template/place.ts';
import { noDraft, noSuchVersion, sourceLimits, templateChanged, tooLong } from '../domain/template/refusals.ts';
import type { TemplateView } from '../queries/templates.ts';
import type { Services } from '../services.ts';
import {
  findTemplate,
  findVersion,
  pointTo,
  publishVersion,
  saveDraft,
  type TemplateDraft,
  type TemplateRow,
} from '../store/templates.ts';
import { checkTemplate, type TemplateProblem } from './check-template.ts';

/** Who edits what, over the revision they saw. */
export interface Edit extends TemplatePlace {
  readonly expectedRevision: number;
  readonly by: string;
}

const placeOf = ({ kind, channel, locale }: TemplatePlace): TemplatePlace => {
  if (!templateKinds.includes(kind)) throw new AppError('BAD_USER_INPUT', `There is no kind of message "${kind}".`);
  return { kind, channel, locale };
};

/** A problem as a refusal: the same type carries both. */
const asRefusal = (problem: TemplateProblem): Refusal & TemplateProblem =>
  ({ ...problem, __typename: 'NotificationTemplateProblem', field: [problem.field] }) as never;

const lengthProblems = (draft: TemplateDraft): Refusal[] =>
  (['subject', 'text', 'mjml'] as const).flatMap((field) =>
    (draft[field]?.length ?? 0) > sourceLimits[field] ? [tooLong(field, sourceLimits[field])] : [],
  );

/** What the draft of a row is; undefined when nothing is being written. */
export const draftOf = (row: TemplateRow | undefined): TemplateDraft | undefined =>
  row && row.draftSubject !== null && row.draftText !== null
    ? { subject: row.draftSubject, text: row.draftText, mjml: row.draftMjml }
    : undefined;

/** Keeps a draft, wrong as it may be; null throws it away. */
export const saveTemplateDraft = async (
  { database, clock }: Services,
  edit: Edit,
  draft: TemplateDraft | null,
): Promise<Result<TemplateView, Refusal>> => {
  const place = placeOf(edit);
  const [long, ...others] = draft ? lengthProblems(draft) : [];
  if (long) return refuse(long, ...others);
  const row = await saveDraft(database.orm, place, draft, { ...edit, now: clock.now() });
  if (row) return ok({ ...place, row });
  return refuse(templateChanged((await findTemplate(database.orm, place))?.revision ?? 0));
};

interface Publication {
  readonly content: TemplateDraft & { readonly html: string | null };
  readonly restoredFrom: number | null;
}

/** Moves a template on under the lock of its row: one revision further, the draft used up or kept. */
const moveOn = async (
  { database, clock }: Services,
  edit: Edit,
  change: (tx: Tx) => Promise<void>,
  keepsDraft: boolean,
): Promise<Result<TemplateView, Refusal>> => {
  const place = placeOf(edit);
  return database.transaction(async (tx) => {
    const before = await findTemplate(tx, place);
    const draft = keepsDraft ? (draftOf(before) ?? null) : null;
    // Raising the revision takes the row's lock; whoever comes second finds another revision than they saw.
    const row = await saveDraft(tx, place, draft, { ...edit, now: clock.now() });
    if (!row) return refuse(templateChanged((await findTemplate(tx, place))?.revision ?? 0));
    await change(tx);
    return ok({ ...place, row: await findTemplate(tx, place) });
  });
};

const publish = async (
  services: Services,
  edit: Edit,
  { content, restoredFrom }: Publication,
): Promise<Result<TemplateView, Refusal>> => {
  const published = await moveOn(
    services,
    edit,
    async (tx) => {
      const by = { by: edit.by, now: services.clock.now() };
      await publishVersion(tx, placeOf(edit), { ...content, restoredFrom }, by);
    },
    restoredFrom !== null,
  );
  services.forgetTemplate(placeOf(edit));
  return published;
};

/** Checks the draft and makes it what is sent. Compiling is slow, so it is done before anything is locked. */
export const publishTemplate = async (services: Services, edit: Edit): Promise<Result<TemplateView, Refusal>> => {
  const place = placeOf(edit);
  const row = await findTemplate(services.database.orm, place);
  if ((row?.revision ?? 0) !== edit.expectedRevision) return refuse(templateChanged(row?.revision ?? 0));
  const draft = draftOf(row);
  if (!draft) return refuse(noDraft);
  const checked = await checkTemplate(place, draft);
  if (checked.ok) return publish(services, edit, { content: { ...draft, html: checked.html }, restoredFrom: null });
  const [first, ...rest] = checked.problems;
  return refuse(asRefusal(first), ...rest.map(asRefusal));
};

/**
 * Goes back to an older version, which becomes a new one, or to the market's own text. An old version is checked like a
 * draft: what it used may be gone by now. A draft that is being written stays.
 */
export const revertTemplate = async (
  services: Services,
  edit: Edit,
  toVersion: number | null,
): Promise<Result<TemplateView, Refusal>> => {
  const place = placeOf(edit);
  if (toVersion === null) {
    const reverted = await moveOn(services, edit, (tx) => pointTo(tx, place, null), true);
    services.forgetTemplate(place);
    return reverted;
  }
  const version = await findVersion(services.database.orm, place, toVersion);
  if (!version) return refuse(noSuchVersion);
  const { subject, text, mjml } = version;
  const checked = await checkTemplate(place, { subject, text, mjml });
  if (checked.ok)
    return publish(services, edit, { content: { subject, text, mjml, html: checked.html }, restoredFrom: toVersion });
  const [first, ...rest] = checked.problems;
  return refuse(asRefusal(first), ...rest.map(asRefusal));
};
