import type { Actor } from '@vitrina/platform/auth';
import { imageContentTypes } from '@vitrina/platform/images';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { ReceivedUpload, UploadTicket } from '@vitrina/platform/uploads';
import {
  aboutFile,
  documentTypes,
  fileNotFound,
  maxAttachmentBytes,
  maxAttachments,
  tooManyAttachments,
} from '../domain/attachment-rules.ts';
import { blocked, cardNumber } from '../domain/refusals.ts';
import { blockedBy } from '../domain/sides.ts';
import { holdsCardNumber } from '../domain/spam/card-in.ts';
import type { Ports } from '../ports.ts';
import { findConversation } from '../store/conversations.ts';
import { authorOf, noSuchConversation, requireSide } from './access.ts';
import { spendUpload } from './limits.ts';

const purpose = 'messaging.attachment';

/** Lets somebody who may write in a conversation send one file for it. */
export const openAttachmentUpload = async (
  ports: Ports,
  actor: Actor,
  input: { readonly conversationId: string; readonly fileName: string; readonly sizeBytes: number },
): Promise<Result<UploadTicket, Refusal>> => {
  const row = await findConversation(ports.database.orm, input.conversationId);
  if (!row) throw noSuchConversation();
  const side = requireSide(actor, row);
  const blocks = blockedBy(row);
  if (blocks.length > 0) return refuse(blocked(blocks, side));
  if (holdsCardNumber(input.fileName.slice(0, 1_024))) return refuse(cardNumber(['fileName']));
  const spent = await spendUpload(ports, authorOf(actor));
  if (!spent.ok) return spent;
  return ports.database.transaction((tx) =>
    ports.uploads.open(tx, {
      purpose,
      actorId: authorOf(actor),
      subjectId: row.id,
      fileName: input.fileName,
      sizeBytes: input.sizeBytes,
      accepts: [...imageContentTypes, ...documentTypes],
      maxBytes: maxAttachmentBytes,
    }),
  );
};

/** What the files of a message are, in their order; the first thing wrong with each is refused under its own path. */
export const receiveAttachments = async (
  { uploads }: Pick<Ports, 'uploads'>,
  actor: Actor,
  conversationId: string,
  uploadIds: readonly string[],
): Promise<Result<readonly ReceivedUpload[], Refusal>> => {
  if (uploadIds.length === 0) return ok([]);
  if (uploadIds.length > maxAttachments || new Set(uploadIds).size < uploadIds.length)
    return refuse(tooManyAttachments());
  const by = { actorId: authorOf(actor), purpose };
  const results = await Promise.all(uploadIds.map((id) => uploads.receive(id, by)));
  const received: ReceivedUpload[] = [];
  const refusals: Refusal[] = [];
  results.forEach((result, index) => {
    if (!result.ok) refusals.push(aboutFile(result.refusals[0], index));
    else if (result.value.subjectId !== conversationId) refusals.push(fileNotFound(index));
    else received.push(result.value);
  });
  const [first, ...rest] = refusals;
  return first ? refuse(first, ...rest) : ok(received);
};
