import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { type Connection, type PageArgs, readPage, textPart, toConnection } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, getTableColumns, gt, inArray, lt } from 'drizzle-orm';
import { outboundChannels } from '../domain/channel.ts';
import type { Services } from '../services.ts';
import { step, stepTry, workflowRun } from '../store/workflow.table.ts';
import type { DeliveryRow, TryRow } from './rows.ts';

export interface DeliveryFilter {
  readonly state?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
}

const columns = { ...getTableColumns(step), kind: workflowRun.workflow };

/** Messages on channels with a provider behind them, newest first. */
export const listDeliveries = async (
  { database }: Services,
  { state, channel, kind }: DeliveryFilter,
  args: PageArgs,
): Promise<Connection<DeliveryRow>> => {
  const page = readPage(args, [textPart]);
  const forward = page.direction === 'forward';
  const rows = await database.orm
    .select(columns)
    .from(step)
    .innerJoin(workflowRun, eq(workflowRun.id, step.runId))
    .where(
      and(
        channel ? eq(step.type, channel) : inArray(step.type, [...outboundChannels]),
        state ? eq(step.state, state) : undefined,
        kind ? eq(workflowRun.workflow, kind) : undefined,
        page.cursor && (forward ? lt : gt)(step.id, page.cursor[0]),
      ),
    )
    .orderBy(forward ? desc(step.id) : asc(step.id))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.id]);
};

/** One delivery by its id. */
export const findDelivery = async ({ database }: Services, id: string): Promise<DeliveryRow | undefined> => {
  const [row] = await database.orm
    .select(columns)
    .from(step)
    .innerJoin(workflowRun, eq(workflowRun.id, step.runId))
    .where(eq(step.id, id));
  return row;
};

/** What providers answered, by step. */
export const triesOfStep: LoaderDefinition<Services, string, TryRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(stepTry)
      .where(inArray(stepTry.stepId, [...ids]))
      .orderBy(asc(stepTry.stepId), asc(stepTry.number)),
  keyOf: ({ stepId }) => stepId,
};
