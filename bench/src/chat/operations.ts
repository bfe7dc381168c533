import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WireOperation } from './load/orders.ts';

const folder = fileURLToPath(new URL('../../../schema/operations/storefront/', import.meta.url));

/** A registered operation, asked for by its hash as a storefront does. */
export const registered = (name: string): WireOperation => ({
  hash: createHash('sha256')
    .update(readFileSync(`${folder}${name}.graphql`, 'utf8'))
    .digest('hex'),
});

const message = 'id sequence text createdAt';

/** The same two as text, for the floor, which knows no registered ones. */
export const floorOperations: { readonly added: WireOperation; readonly send: WireOperation } = {
  added: {
    query: `subscription ($conversationId: ID!, $afterSeq: Int) { messageAdded(conversationId: $conversationId, afterSeq: $afterSeq) { ${message} } }`,
  },
  send: {
    query: `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { ${message} } userErrors { code message } } }`,
  },
};
