import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openConversation, run, talkers } from './chatting.ts';
import { type Client, client, eventually } from './client.ts';

interface Ticket {
  readonly id: string;
  readonly put: { readonly url: string; readonly headers: readonly { name: string; value: string }[] };
}
interface File {
  readonly id: string;
  readonly state: string;
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
}
interface Message {
  readonly id: string;
  readonly sequence: number | null;
  readonly state: string;
  readonly text: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly attachments: readonly File[];
}
interface Payload {
  readonly message: Message | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const fields = 'id sequence state text reasons { code } attachments { id state url thumbnailUrl }';
// A licensed picture (its note lies beside it), as a file: this room imports no context.
const picture = new URL('../../../subgraphs/catalog/test/fixtures/images/cushion.png', import.meta.url);

const { buyer, owner, support, goods } = await talkers();

const open = (): Promise<string> => openConversation(buyer, goods[0]);
const send = (asker: Client, conversationId: string, text: string, more: object = {}) =>
  run<Payload>(
    asker,
    'sendMessage',
    { conversationId, clientMessageId: randomUUID(), text, ...more },
    `message { ${fields} }`,
  );
const node = async (asker: Client, id: string): Promise<Message | null> =>
  (
    await asker.ask<{ node: Message | null }>(`query ($id: ID!) { node(id: $id) { ... on Message { ${fields} } } }`, {
      id,
    })
  ).node;

const upload = async (asker: Client, conversationId: string, bytes: Buffer): Promise<string> => {
  const opened = await run<{ upload: Ticket }>(
    asker,
    'createMessageAttachmentUpload',
    { conversationId, fileName: 'cushion.png', sizeBytes: bytes.length },
    'upload { id put { url headers { name value } } }',
  );
  const { id, put } = opened.upload;
  const headers = Object.fromEntries(put.headers.map(({ name, value }) => [name, value]));
  const response = await fetch(put.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(response.status, await response.text()).toBeLessThan(300);
  return id;
};

describe('what is sent along and what is kept back', { timeout: 240_000 }, () => {
  it('shows a photo to the two sides by addresses that are nobody else’s, and deletes it with its message', async () => {
    const conversationId = await open();
    const uploadId = await upload(buyer, conversationId, await readFile(picture));
    const { message } = await send(buyer, conversationId, '', { attachmentUploadIds: [uploadId] });
    const shown = await eventually(
      async () => (await node(owner, message?.id ?? ''))?.attachments[0],
      (file) => file !== undefined && file.state !== 'PROCESSING',
      200_000,
    );
    expect(shown?.state).toBe('READY');
    const [large, small] = await Promise.all([fetch(shown?.url ?? ''), fetch(shown?.thumbnailUrl ?? '')]);
    expect([large.status, large.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(small.status).toBe(200);
    expect((await fetch((shown?.url ?? '').replace(/\?.*$/, ''))).status).toBeGreaterThanOrEqual(400);
    const file = `query ($id: ID!) { node(id: $id) { ... on MessageAttachment { id state } } }`;
    expect(await owner.ask(file, { id: shown?.id })).toMatchObject({ node: { state: 'READY' } });
    expect(await client().ask(file, { id: shown?.id })).toEqual({ node: null });
    await run(buyer, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    expect(await owner.ask(file, { id: shown?.id })).toEqual({ node: null });
    await eventually(
      async () => (await fetch(shown?.url ?? '')).status,
      (status) => status >= 400,
      60_000,
    );
  });

  it('holds a telephone number until support lets it through, and the shop hears it live then', async () => {
    const conversationId = await open();
    const { message } = await send(buyer, conversationId, 'Курьеру: восемь девятьсот шестнадцать 123-45-67');
    expect([message?.state, message?.reasons[0]?.code]).toEqual(['HELD', 'PHONE']);
    expect(await node(owner, message?.id ?? '')).toBeNull();
    const { conversation } = await owner.ask<{ conversation: { lastSequence: number } }>(
      'query ($id: ID!) { conversation(id: $id) { lastSequence } }',
      { id: conversationId },
    );
    // Nobody is told when a subscription stands; with the number seen last it does not matter when that is.
    const live = owner.subscribe<{ messageAdded: Message }>(
      `subscription ($id: ID!, $after: Int) { messageAdded(conversationId: $id, afterSeq: $after) { id sequence text } }`,
      { id: conversationId, after: conversation.lastSequence },
    );
    const heard = live.next();
    const waiting = await support.ask<{ heldMessages: { nodes: { id: string }[] } }>(
      '{ heldMessages(last: 20) { nodes { id } } }',
    );
    expect(waiting.heldMessages.nodes.map(({ id }) => id)).toContain(message?.id);
    const decided = await run<Payload>(
      support,
      'decideHeldMessage',
      { messageId: message?.id, decision: 'RELEASE' },
      `message { ${fields} }`,
    );
    expect(decided.message).toMatchObject({ state: 'SENT', sequence: expect.any(Number) });
    expect((await heard).messageAdded).toMatchObject({ id: message?.id, sequence: decided.message?.sequence });
    await live.close();
  });

  it('takes no card number, however it is written', async () => {
    const conversationId = await open();
    const { message, userErrors } = await send(buyer, conversationId, 'Переведите: ４１１１ 1111 l111 I111');
    expect([message, userErrors[0]?.code]).toEqual([null, 'MESSAGE_REJECTED']);
  });
});
