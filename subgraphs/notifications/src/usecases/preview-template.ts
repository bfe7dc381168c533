import { AppError } from '@vitrina/platform/errors';
import { desc, eq, or } from 'drizzle-orm';
import { builtInSource, type TemplateSource } from '../clients/templates/built-in.ts';
import type { Facts, Rendered } from '../domain/template/contract.ts';
import { factsOfKind, sampleFacts } from '../domain/template/facts.ts';
import type { TemplatePlace } from '../domain/template/place.ts';
import { tellGoods } from '../domain/workflow/goods.ts';
import { UserContactsDocument } from '../generated/identity-client.ts';
import { OrderNewsDocument } from '../generated/orders-client.ts';
import type { Services } from '../services.ts';
import { findPublished, findTemplate, findVersion } from '../store/templates.ts';
import { workflowRun } from '../store/workflow.table.ts';
import { checkTemplate, type TemplateProblem } from './check-template.ts';
import { draftOf } from './edit-template.ts';
import { goodsOf } from './news.ts';
import { fillTemplate } from './render-template.ts';

/** Which text of a template to look at. */
export interface PreviewOf {
  readonly source: 'CURRENT' | 'DRAFT' | 'BUILT_IN';
  readonly version: number | null;
  readonly subjectId: string | null;
}

/** A message as a reader would get it, or why not. */
export interface Preview {
  readonly rendered: Rendered | null;
  readonly sampled: readonly string[];
  readonly problems: readonly TemplateProblem[];
}

/** The parts to look at: those asked for, else what is sent now. NOT_FOUND for a version there is not. */
const sourceOf = async (
  { database }: Services,
  place: TemplatePlace,
  { source, version }: PreviewOf,
): Promise<TemplateSource> => {
  const { kind, channel, locale } = place;
  const shipped = builtInSource(kind, channel, locale);
  const wanted = version === null ? undefined : await findVersion(database.orm, place, version);
  if (wanted) return wanted;
  if (version !== null)
    throw new AppError('NOT_FOUND', `This template has no version ${version}; look at its versions.`, {
      field: ['version'],
    });
  if (source === 'BUILT_IN') return shipped;
  const draft = source === 'DRAFT' ? draftOf(await findTemplate(database.orm, place)) : undefined;
  return draft ?? (await findPublished(database.orm, place)) ?? shipped;
};

/** So many messages about one subject are looked through for facts. */
const lookedThrough = 50;

/** What people were told about this subject, newest last, so that later facts win. */
const toldFacts = async ({ database }: Services, subjectId: string): Promise<Facts> => {
  const rows = await database.orm
    .select({ params: workflowRun.params })
    .from(workflowRun)
    .where(or(eq(workflowRun.subjectId, subjectId), eq(workflowRun.recipientId, subjectId)))
    .orderBy(desc(workflowRun.id))
    .limit(lookedThrough);
  return Object.assign({}, ...rows.map(({ params }) => params).reverse()) as Facts;
};

/** What the owning contexts say at this moment. */
const liveFacts = async (services: Services, subjectId: string): Promise<Facts> => {
  const { internal } = services;
  if (subjectId.startsWith('ord_')) {
    const { orderNews } = await internal.call('orders', OrderNewsDocument, { ids: [subjectId] });
    return orderNews[0] ? { number: orderNews[0].number } : {};
  }
  if (subjectId.startsWith('var_')) {
    const goods = await goodsOf(services, [subjectId]);
    return tellGoods({ all: [{ variantId: subjectId }], count: 1 }, goods, () => true) ?? {};
  }
  if (!subjectId.startsWith('usr_')) return {};
  const { userContacts } = await internal.call('identity', UserContactsDocument, { ids: [subjectId] });
  return userContacts[0] ? { displayName: userContacts[0].displayName } : {};
};

/** Secrets are examples in every preview: nothing is minted for looking. */
const secret = new Set(['url', 'code', 'unsubscribeUrl']);

/** Writes a template as a reader would get it now, with real facts where there are any. */
export const previewTemplate = async (services: Services, place: TemplatePlace, of: PreviewOf): Promise<Preview> => {
  const definitions = factsOfKind(place.kind, place.channel) ?? [];
  const source = await sourceOf(services, place, of);
  const [told, live] = of.subjectId
    ? await Promise.all([toldFacts(services, of.subjectId), liveFacts(services, of.subjectId)])
    : [{}, {}];
  const known: Facts = { ...told, ...live };
  const isKnown = (name: string): boolean => !secret.has(name) && known[name] !== undefined;
  const sampled = definitions.map(({ name }) => name).filter((name) => !isKnown(name));
  const checked = await checkTemplate(place, source);
  if (!checked.ok) return { rendered: null, sampled, problems: checked.problems };
  const facts = {
    ...sampleFacts(definitions).full,
    ...Object.fromEntries(Object.entries(known).filter(([name]) => isKnown(name))),
  };
  const { html } = checked;
  const { subject, text } = source;
  return { rendered: fillTemplate(place, { versionId: null, subject, text, html }, facts), sampled, problems: [] };
};
