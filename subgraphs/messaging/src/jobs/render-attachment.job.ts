import { handleJob, type Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { dueAttachments } from '../store/attachments.ts';
import { deleteDiscarded } from '../usecases/delete-discarded.ts';
import { renderAttachment } from '../usecases/render-attachment.ts';
import { renderAttachmentJob, wakeAttachmentRenderer } from '../usecases/wake-attachment.ts';

export const renderAttachmentHandler = handleJob<Services, typeof renderAttachmentJob.data>(
  renderAttachmentJob,
  ({ attachmentId }, { services }) => renderAttachment(services, attachmentId),
);

/** Makes up for wakes that were lost and for workers that died. */
export const wakeDueAttachments: Sweep<Services> = {
  name: 'wake-due-attachments',
  everySeconds: 5,
  run: async ({ services }) => {
    const due = await dueAttachments(services.database.orm, services.clock.now(), 100);
    for (const id of due) await wakeAttachmentRenderer(services, id);
  },
};

/** Deletes the objects of files that went with their messages. */
export const deleteDiscardedObjects: Sweep<Services> = {
  name: 'delete-discarded-objects',
  everySeconds: 15,
  run: ({ services, signal }) => deleteDiscarded(services, signal),
};
