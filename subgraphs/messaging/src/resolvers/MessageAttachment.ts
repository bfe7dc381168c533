import { isId } from '@vitrina/platform/ids';
import { fullKey, thumbnailKey, urlTtlSeconds } from '../domain/attachment-rules.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { attachmentById } from '../queries/attachment-loaders.ts';
import type { Context } from '../request.ts';
import type { AttachmentRow } from '../store/attachment.table.ts';
import { visibleMessage } from './visible.ts';

/** A file the caller may see: one of a message they may see that is not deleted. Missing and hidden look the same. */
const visibleAttachment = async (id: string, ctx: Context): Promise<AttachmentRow | null> => {
  const row = isId(id, 'att') ? await ctx.loaders.one(attachmentById).load(id) : null;
  const message = row && (await visibleMessage(row.messageId, ctx));
  return message && !message.deletedAt ? row : null;
};

const signed = async ({ services }: Context, key: string | null): Promise<string | null> =>
  key === null ? null : (await services.objects.signGet('private', key, urlTtlSeconds)).url;

/** Whoever holds a file of a message was allowed to see the message. */
export const MessageAttachment: Resolvers['MessageAttachment'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleAttachment(id, ctx),
  url: ({ id, kind, state, originalKey }, _args, ctx) =>
    state === 'READY' ? signed(ctx, kind === 'IMAGE' ? fullKey(id) : originalKey) : null,
  thumbnailUrl: ({ id, kind, state }, _args, ctx) =>
    state === 'READY' && kind === 'IMAGE' ? signed(ctx, thumbnailKey(id)) : null,
  urlExpiresAt: ({ state }, _args, { services }) =>
    state === 'READY' ? new Date(services.clock.now().getTime() + urlTtlSeconds * 1_000) : null,
  failure: ({ failureCode, failureMessage }) =>
    failureCode && failureMessage ? { code: failureCode, message: failureMessage } : null,
};
