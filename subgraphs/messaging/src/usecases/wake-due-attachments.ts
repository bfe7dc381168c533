import type { Ports } from '../ports.ts';
import { dueAttachments } from '../store/attachments.ts';
import { wakeAttachmentRenderer } from './wake-attachment.ts';

const batch = 100;

/** Wakes the renderer for pictures that are due: their first wake was lost, or the worker that had them is gone. */
export const wakeDueAttachments = async (ports: Ports): Promise<void> => {
  const due = await dueAttachments(ports.database.orm, ports.clock.now(), batch);
  for (const id of due) await wakeAttachmentRenderer(ports, id);
};
