import type { Tx } from '@vitrina/platform/database';
import { fileUsed } from '../domain/attachment-rules.ts';
import type { Ports } from '../ports.ts';
import { type AttachmentRow, messageAttachment } from '../store/attachment.table.ts';
import { discardObjects } from '../store/attachments.ts';
import type { createSendBook } from './send-book.ts';
import type { SendCommand, SendOutcome } from './send-command.ts';

export const saveAttachments = (tx: Tx, files: readonly AttachmentRow[]) =>
  tx.insert(messageAttachment).values([...files]);

interface Decided {
  readonly book: ReturnType<typeof createSendBook>;
  readonly decided: SendOutcome[];
}

/**
 * Decides a batch and claims the files of what will be written. A file that another message took in the meantime refuses
 * its command, and everything is decided anew without it; claims of the others stand, because they are still written.
 */
export const decideWithFiles = async (
  ports: Ports,
  tx: Tx,
  given: readonly SendCommand[],
  openBook: () => Decided['book'],
): Promise<Decided> => {
  const claimedFor = new Map<string, string>();
  let commands = given;
  for (;;) {
    const book = openBook();
    const decided = commands.map((command) => book.decide(command));
    const failed = new Map<SendCommand, number>();
    for (const [at, command] of commands.entries()) {
      const outcome = decided[at];
      if (command.files.length === 0 || outcome?.kind !== 'SENT' || outcome.replayed) continue;
      const taken = await claimAll(ports, tx, command, claimedFor);
      if (taken === undefined) continue;
      failed.set(command, taken);
      // What was claimed before the one that is gone belongs to no message now, and nobody else would delete it.
      const orphans = command.files.slice(0, taken).filter(({ id }) => claimedFor.get(id) === command.draft.id);
      await discardObjects(
        tx,
        orphans.map(({ object }) => object.key),
        ports.clock.now(),
      );
    }
    if (failed.size === 0) return { book, decided };
    commands = commands.map((command) => {
      const index = failed.get(command);
      return index === undefined ? command : { ...command, problem: fileUsed(index) };
    });
  }
};

/** Claims the files of one message; the index of the first that somebody else has, else undefined. */
const claimAll = async (
  { uploads }: Ports,
  tx: Tx,
  { draft, files }: SendCommand,
  claimedFor: Map<string, string>,
): Promise<number | undefined> => {
  for (const [index, { id }] of files.entries()) {
    const owner = claimedFor.get(id);
    if (owner === draft.id) continue;
    if (owner !== undefined || !(await uploads.claim(tx, id))) return index;
    claimedFor.set(id, draft.id);
  }
  return undefined;
};
