import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, desc, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type AttachmentRow, messageAttachment } from '../store/attachment.table.ts';
import { messageReport, type ReportRow } from '../store/report.table.ts';

export const attachmentById: LoaderDefinition<Services, string, AttachmentRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(messageAttachment)
      .where(inArray(messageAttachment.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** The files of each message, in the order they were given. */
export const attachmentsOfMessage: LoaderDefinition<Services, string, AttachmentRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(messageAttachment)
      .where(inArray(messageAttachment.messageId, [...ids]))
      .orderBy(asc(messageAttachment.messageId), asc(messageAttachment.position)),
  keyOf: ({ messageId }) => messageId,
};

/** What people reported about each message, newest first. */
export const reportsOfMessage: LoaderDefinition<Services, string, ReportRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(messageReport)
      .where(inArray(messageReport.messageId, [...ids]))
      .orderBy(desc(messageReport.createdAt)),
  keyOf: ({ messageId }) => messageId,
};
