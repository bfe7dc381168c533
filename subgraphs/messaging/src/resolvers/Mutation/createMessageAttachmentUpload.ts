import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { openAttachmentUpload } from '../../usecases/open-attachment-upload.ts';

export const createMessageAttachmentUpload: MutationResolvers['createMessageAttachmentUpload'] = async (
  _parent,
  { input },
  ctx,
) => {
  const { value, userErrors } = toPayload(await openAttachmentUpload(ctx.services, ctx.actor, input));
  return { upload: value, userErrors };
};
