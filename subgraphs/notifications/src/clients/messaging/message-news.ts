import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import type { MessageNews } from '../../domain/workflow/conditions.ts';

/** Asks messaging what became of chat messages: whether they are still unread and what they say now. */
export const MessageNewsDocument: TypedDocumentNode<
  { readonly messageNews: readonly MessageNews[] },
  { readonly ids: readonly string[] }
> = parse(`query MessageNews($ids: [ID!]!) {
  messageNews(ids: $ids) { messageId conversationId side authorName excerpt readByOtherSide deleted }
}`);
