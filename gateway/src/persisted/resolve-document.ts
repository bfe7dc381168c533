import { type Actor, hasScope } from '@vitrina/platform/auth';
import { LRUCache } from 'lru-cache';
import { refusal } from '../errors/graphql-errors.ts';
import { hashOf, type OperationRegistry, type RegisteredOperation } from './registry.ts';

/** A document as a client sends it: its text, the hash of it, or both. */
export interface DocumentRequest {
  readonly query?: string | undefined;
  /** `extensions.persistedQuery.sha256Hash`. */
  readonly persistedHash?: string | undefined;
}

/** The text to run. */
export interface ResolvedDocument {
  readonly text: string;
  readonly hash: string;
  readonly registered: RegisteredOperation | undefined;
}

export interface ResolveOptions {
  readonly registry: OperationRegistry;
  /** Who may send documents that are not registered. */
  readonly freeForm: 'admins' | 'everyone';
}

/** Finds the document of a request and decides whether this caller may run it; throws the refusal. */
export interface DocumentResolver {
  resolve(request: DocumentRequest, actor: Actor): ResolvedDocument;
  /** Remembers an ad-hoc document that was admitted, for requests that send its hash alone. */
  remember(document: ResolvedDocument): void;
}

const maxAdHocBytes = 8 * 1_024 * 1_024;
const erpRoom = 'erp';

const mayRunFreely = (actor: Actor, freeForm: ResolveOptions['freeForm']): boolean => {
  if (actor.kind === 'client') return false;
  return freeForm === 'everyone' || hasScope(actor, 'admin');
};

/** Makes the resolver: registered operations first, automatic persisted queries only for those who may run any document. */
export const createDocumentResolver = ({ registry, freeForm }: ResolveOptions): DocumentResolver => {
  const adHoc = new LRUCache<string, string>({ maxSize: maxAdHocBytes, sizeCalculation: (text) => text.length + 64 });

  const textOf = ({ query, persistedHash }: DocumentRequest, free: boolean): string => {
    if (query !== undefined && query !== '') {
      if (persistedHash !== undefined && persistedHash !== hashOf(query))
        throw refusal('BAD_REQUEST', 'The hash sent is not the SHA-256 of the document sent with it.');
      return query;
    }
    if (persistedHash === undefined)
      throw refusal('BAD_REQUEST', 'Send a document as "query", or the hash of one as "extensions.persistedQuery".');
    const known = adHoc.get(persistedHash);
    // The message is the protocol's: clients answer it by sending the text along.
    if (!known && free) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { status: 200 });
    if (!known || !free)
      throw refusal(
        'OPERATION_NOT_REGISTERED',
        'No operation is registered under this hash; register it in schema/operations.',
        { status: 403 },
      );
    return known;
  };

  return {
    resolve: (request, actor) => {
      const direct = request.persistedHash === undefined ? undefined : registry.get(request.persistedHash);
      if (direct && !request.query) return { text: direct.text, hash: direct.hash, registered: allowed(direct, actor) };
      const free = mayRunFreely(actor, freeForm);
      const text = textOf(request, free);
      const hash = hashOf(text);
      const registered = registry.get(hash);
      if (registered) return { text, hash, registered: allowed(registered, actor) };
      if (free) return { text, hash, registered: undefined };
      throw refusal(
        'OPERATION_NOT_REGISTERED',
        'Only registered operations may be run here: use one of schema/operations, by its text or its hash.',
        { status: 403 },
      );
    },
    remember: ({ hash, text, registered }) => {
      if (!registered) adHoc.set(hash, text);
    },
  };
};

const allowed = (operation: RegisteredOperation, actor: Actor): RegisteredOperation => {
  if (actor.kind !== 'client' || operation.room === erpRoom) return operation;
  throw refusal(
    'OPERATION_NOT_REGISTERED',
    'API keys may run the operations registered under schema/operations/erp only.',
    { status: 403 },
  );
};
