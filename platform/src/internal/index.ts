import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/**
 * Calls another context's internal operations directly on its subgraph, with this context's service token. Documents
 * are generated from `src/clients/<context>/*.graphql`, so a call that the other contract does not know fails at build time.
 *
 * Errors: an AppError the callee raised comes back as the same AppError; a callee that cannot be reached or answers too late is
 * UNAVAILABLE, and then the outcome of a write is unknown: ask, never assume.
 */
export interface InternalCaller {
  call<R, V>(context: string, document: TypedDocumentNode<R, V>, variables: V, options?: { readonly timeoutMs?: number; readonly signal?: AbortSignal }): Promise<R>;
}
