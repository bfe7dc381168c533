import type { Actor } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { messageReported } from '@vitrina/schema/events';
import { eq, ne } from 'drizzle-orm';
import { cardNumber, messageDeleted } from '../domain/refusals.ts';
import { holdsCardNumber } from '../domain/spam/card-in.ts';
import type { Ports } from '../ports.ts';
import type { MessageRow } from '../store/message.table.ts';
import { messageReport, type ReportReason, reportedMessage } from '../store/report.table.ts';
import { authorOf, noSuchMessage, sideOf } from './access.ts';
import { spendReport } from './limits.ts';
import { lockMessage } from './moderate-message.ts';

const ownSide = (): Refusal =>
  plainRefusal('OWN_SIDE', ['messageId'], 'This message is of your own side; delete it instead of reporting it.');

/** Puts a message on support's list. One that waits keeps its place, a decided one waits again. */
const openCase = async (tx: Tx, messageId: string, now: Date): Promise<void> => {
  await tx
    .insert(reportedMessage)
    .values({ messageId, state: 'OPEN', openedAt: now })
    .onConflictDoUpdate({
      target: reportedMessage.messageId,
      set: { state: 'OPEN', openedAt: now },
      setWhere: ne(reportedMessage.state, 'OPEN'),
    });
};

export interface ReportInput {
  readonly messageId: string;
  readonly reason: ReportReason;
  readonly comment?: string | null | undefined;
}

/**
 * Tells moderation that a message of the other side is wrong. What it says is kept with the report, because its author
 * may take it back. Reporting it again adds nothing and is no refusal.
 */
export const reportMessage = async (
  ports: Ports,
  actor: Actor,
  input: ReportInput,
): Promise<Result<MessageRow, Refusal>> => {
  const comment = readText((input.comment ?? '').slice(0, 16_384), {
    field: ['comment'],
    min: 0,
    max: 1_000,
    lines: true,
  });
  if (!comment.ok) return comment;
  if (holdsCardNumber(comment.value)) return refuse(cardNumber(['comment']));
  const reportedBy = authorOf(actor);
  const spent = await spendReport(ports, reportedBy);
  if (!spent.ok) return spent;
  return ports.database.transaction(async (tx): Promise<Result<MessageRow, Refusal>> => {
    const found = await lockMessage(tx, input.messageId);
    const side = found && sideOf(actor, found.row);
    if (!found || !side || (found.message.sequence === null && found.message.authorId !== reportedBy))
      throw noSuchMessage();
    const { row, message } = found;
    if (message.side === side) return refuse(ownSide());
    if (message.deletedAt) return refuse(messageDeleted());
    const [added] = await tx
      .insert(messageReport)
      .values({
        id: newId('rpt'),
        messageId: message.id,
        reportedBy,
        reason: input.reason,
        comment: comment.value,
        textThen: message.text,
        createdAt: ports.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: messageReport.id });
    if (!added) return ok(message);
    await openCase(tx, message.id, ports.clock.now());
    const reports = await tx.$count(messageReport, eq(messageReport.messageId, message.id));
    await ports.events.publish(tx, messageReported, {
      aggregateId: message.id,
      // Counted under the conversation's lock, so each report of a message has its own.
      aggregateVersion: reports,
      payload: {
        messageId: message.id,
        conversationId: row.id,
        shopId: row.shopId,
        buyerId: row.buyerId,
        authorId: message.authorId,
        side: message.side,
        productId: row.productId,
        orderId: row.orderId,
        reportedBy,
        reason: input.reason,
      },
    });
    return ok(message);
  });
};
