import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { type Connection, type PageArgs, readPage, textPart, toConnection } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { digest, step, workflowRun } from '../store/workflow.table.ts';
import type { DigestRow, RunRow, StepRow } from './rows.ts';

export interface RunFilter {
  readonly recipientId?: string | undefined;
  readonly kind?: string | undefined;
  readonly subjectId?: string | undefined;
}

/** Runs, newest first. */
export const listRuns = async (
  { database }: Services,
  { recipientId, kind, subjectId }: RunFilter,
  args: PageArgs,
): Promise<Connection<RunRow>> => {
  const page = readPage(args, [textPart]);
  const forward = page.direction === 'forward';
  const rows = await database.orm
    .select()
    .from(workflowRun)
    .where(
      and(
        recipientId ? eq(workflowRun.recipientId, recipientId) : undefined,
        kind ? eq(workflowRun.workflow, kind) : undefined,
        subjectId ? eq(workflowRun.subjectId, subjectId) : undefined,
        page.cursor && (forward ? lt : gt)(workflowRun.id, page.cursor[0]),
      ),
    )
    .orderBy(forward ? desc(workflowRun.id) : asc(workflowRun.id))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.id]);
};

/** Steps by run, in their order. */
export const stepsOfRun: LoaderDefinition<Services, string, StepRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(step)
      .where(inArray(step.runId, [...ids]))
      .orderBy(asc(step.runId), asc(step.position), asc(step.id)),
  keyOf: ({ runId }) => runId,
};

/** Digests by id. */
export const digestById: LoaderDefinition<Services, string, DigestRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(digest)
      .where(inArray(digest.id, [...ids])),
  keyOf: ({ id }) => id,
};
