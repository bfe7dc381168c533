import { type DocumentNode, GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type DocumentLimits, defaultDocumentLimits, readDocument } from '../limits/document-shape.ts';

/** Parses a document within the limits, or throws the refusal; both are remembered by the document's hash. */
export type DocumentGate = (text: string, hash: string) => DocumentNode;

const maxRemembered = 2_000;

/** Makes the gate that every document passes before anything expensive is done with it. */
export const createDocumentGate = (limits: DocumentLimits = defaultDocumentLimits): DocumentGate => {
  const remembered = new LRUCache<string, DocumentNode | GraphQLError>({ max: maxRemembered });
  return (text, hash) => {
    let verdict = remembered.get(hash);
    if (!verdict) {
      verdict = readDocument(text, limits);
      remembered.set(hash, verdict);
    }
    if (verdict instanceof GraphQLError) throw verdict;
    return verdict;
  };
};
