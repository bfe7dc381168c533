import { randomUUID } from 'node:crypto';
import type { Identity, TokenSigner } from '@vitrina/platform/auth';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { GraphQLError, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DocumentGate } from '../admission/document-gate.ts';
import type { Policy } from '../admission/policy.ts';
import type { Caller } from '../edge-auth/authenticate.ts';
import { toGraphQLError } from '../errors/graphql-errors.ts';
import type { DocumentResolver } from '../persisted/resolve-document.ts';
import type { SupergraphHolder } from '../planning/supergraph-holder.ts';
import type { SubscriptionRequest } from './open-subscription.ts';

/** An operation as it arrives over a socket. */
export interface SocketOperation {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface AdmissionParts {
  readonly holder: SupergraphHolder;
  readonly documents: DocumentResolver;
  readonly gate: DocumentGate;
  readonly policy: Policy;
  readonly signer: TokenSigner;
  /** Whether validation errors may name fields the sender did not. */
  readonly suggestions: boolean;
}

/** Admits an operation by the very rules of HTTP; resolves to the errors when it is refused. */
export type AdmitOperation = (
  caller: Caller,
  meta: RequestMeta,
  operation: SocketOperation,
) => Promise<SubscriptionRequest | readonly GraphQLError[]>;

/** The signer gives the same token for half a minute; with this it is used for a little longer, and lives a whole one. */
const tokenKeptMs = 5_000;

const persistedHashOf = (operation: SocketOperation): string | undefined => {
  const hash = (operation.extensions?.['persistedQuery'] as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
};

const withoutSuggestion = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message.replace(/ ?Did you mean .*\?$/, ''), {
    nodes: error.nodes ?? null,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });

const asErrors = (error: unknown): readonly GraphQLError[] => {
  const known = toGraphQLError(error);
  if (known instanceof GraphQLError) return [known];
  throw error;
};

/** All sockets with the same credentials share an identity, so the token of a busy one is found without writing it down. */
const tokensOf = (signer: TokenSigner) => {
  const tokens = new WeakMap<Identity, { readonly token: Promise<string>; readonly until: number }>();
  return (identity: Identity): Promise<string> => {
    const known = tokens.get(identity);
    const now = performance.now();
    if (known && now < known.until) return known.token;
    const token = signer.sign(identity);
    tokens.set(identity, { token, until: now + tokenKeptMs });
    return token;
  };
};

/** Makes the admission of sockets. Valid documents are remembered per supergraph. */
export const createSocketAdmission = (parts: AdmissionParts): AdmitOperation => {
  const valid = new LRUCache<string, readonly GraphQLError[]>({ max: 2_000 });
  const tokenOf = tokensOf(parts.signer);

  const admit = async (caller: Caller, meta: RequestMeta, operation: SocketOperation) => {
    const document = parts.documents.resolve(
      { query: operation.query || undefined, persistedHash: persistedHashOf(operation) },
      caller.identity.actor,
    );
    const parsed = parts.gate(document.text, document.hash);
    const supergraph = parts.holder.current();
    const key = `${supergraph.id}:${document.hash}`;
    const errors = valid.get(key) ?? validate(supergraph.schema, parsed);
    valid.set(key, errors);
    if (errors.length > 0) return errors.map((error) => (parts.suggestions ? error : withoutSuggestion(error)));
    const prepared = supergraph.prepare({
      document: parsed,
      hash: document.hash,
      operationName: operation.operationName,
    });
    const variables = await parts.policy(prepared, {
      identity: caller.identity,
      ip: meta.ip,
      variables: operation.variables ?? undefined,
      transport: 'websocket',
    });
    parts.documents.remember(document);
    const context = {
      token: () => tokenOf(caller.identity),
      meta: { ...meta, requestId: randomUUID() },
      cookies: [],
      overSocket: true,
    };
    return { prepared, variables, context };
  };
  return async (caller, meta, operation) => admit(caller, meta, operation).catch(asErrors);
};
