import { handleJob, type Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { deleteDiscarded } from '../usecases/delete-discarded.ts';
import { renderAttachment } from '../usecases/render-attachment.ts';
import { renderAttachmentJob } from '../usecases/wake-attachment.ts';
import { wakeDueAttachments as wakeDue } from '../usecases/wake-due-attachments.ts';

export const renderAttachmentHandler = handleJob<Services, typeof renderAttachmentJob.data>(
  renderAttachmentJob,
  ({ attachmentId }, { services }) => renderAttachment(services, attachmentId),
);

/** Makes up for wakes that were lost and for workers that died. */
export const wakeDueAttachments: Sweep<Services> = {
  name: 'wake-due-attachments',
  everySeconds: 5,
  run: ({ services }) => wakeDue(services),
};

/** Deletes the objects of files that went with their messages. */
export const deleteDiscardedObjects: Sweep<Services> = {
  name: 'delete-discarded-objects',
  everySeconds: 15,
  run: ({ services, signal }) => deleteDiscarded(services, signal),
};
