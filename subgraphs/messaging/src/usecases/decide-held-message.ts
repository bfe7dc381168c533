import { AppError } from '@vitrina/platform/errors';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { blockedBy } from '../domain/sides.ts';
import type { Ports } from '../ports.ts';
import type { MessageRow } from '../store/message.table.ts';
import { applyDecision, lockMessage, type Moderation, tellModeration } from './moderate-message.ts';
import { readNote } from './read-note.ts';

const alreadyDecided = (released: boolean): Refusal =>
  plainRefusal(
    'ALREADY_DECIDED',
    ['messageId'],
    `Somebody has ${released ? 'let this message through' : 'rejected this message'} already; load the list again.`,
  );
const takenBack = (): Refusal =>
  plainRefusal('MESSAGE_DELETED', ['messageId'], 'Its author took this message back; load the list again.');
const pairBlocked = (): Refusal =>
  plainRefusal(
    'BLOCKED',
    ['messageId'],
    'One side blocks the other by now, so nothing is let through; reject the message.',
  );

export interface DecideInput {
  readonly messageId: string;
  readonly release: boolean;
  readonly note?: string | null | undefined;
}

/**
 * Lets a held message through or rejects it. Of two people who decide, the first one holds; the same decision again
 * changes nothing and is no refusal, so a retry is safe.
 */
export const decideHeldMessage = async (ports: Ports, input: DecideInput): Promise<Result<MessageRow, Refusal>> => {
  const note = readNote(input.note);
  if (!note.ok) return note;
  const done = await ports.database.transaction(async (tx): Promise<Result<Moderation, Refusal>> => {
    const found = await lockMessage(tx, input.messageId);
    if (!found)
      throw new AppError('NOT_FOUND', 'There is no such message; load the list of held messages again.', {
        field: ['input', 'messageId'],
      });
    const { row, message } = found;
    if (message.deletedAt) return refuse(takenBack());
    if (message.status !== 'HELD') {
      const released = message.status === 'SENT';
      return released === input.release ? ok({ step: 'NOTHING', row, message }) : refuse(alreadyDecided(released));
    }
    if (input.release && blockedBy(row).length > 0) return refuse(pairBlocked());
    const decided = await applyDecision(tx, ports, found, {
      messageId: message.id,
      decision: input.release ? 'APPROVED' : 'REJECTED',
      note: note.value,
      decidedAt: ports.clock.now(),
    });
    return ok(decided);
  });
  if (!done.ok) return done;
  await tellModeration(ports, done.value);
  return ok(done.value.message);
};
