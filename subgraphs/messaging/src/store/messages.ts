import type { Executor } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { eq } from 'drizzle-orm';
import { type MessageRow, message } from './message.table.ts';

/** The message with that id, whoever asks. */
export const findMessage = async (executor: Executor, id: string): Promise<MessageRow | undefined> => {
  if (!isId(id, 'msg')) return undefined;
  const [row] = await executor.select().from(message).where(eq(message.id, id));
  return row;
};
