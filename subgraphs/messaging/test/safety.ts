import { moderationDecided } from '@vitrina/schema/events';
import { type SentPayload, type Setting, type staff, support } from './setting.ts';

export type As = typeof staff;

export interface Held {
  readonly id: string;
  readonly sequence: number | null;
  readonly state: string;
  readonly text: string | null;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly moderationNote: string | null;
}
export interface Decided {
  readonly message: Held | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const fields = 'id sequence state text reasons { code message } moderationNote';
export const contact = 'my number is 8 916 123-45-67';

/** The words of support and moderation, over a running context. */
export const safetyOf = (s: Setting) => {
  const decide = (
    messageId: string | undefined,
    decision: 'RELEASE' | 'REJECT',
    note: string | null = null,
    as: As = support,
  ) => s.run<Decided>(as, 'decideHeldMessage', { messageId, decision, note }, `message { ${fields} }`);
  const report = (as: As, messageId: string | undefined, more: object = {}) =>
    s.run<Decided>(as, 'reportMessage', { messageId, reason: 'FRAUD', ...more }, 'message { id }');
  const see = async (as: As, id: string | undefined, locale = 'en'): Promise<Held | null> => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Message { ${fields} } } }`;
    const { data } = await s.ask<{ _entities: (Held | null)[] }>(
      query,
      { of: [{ __typename: 'Message', id }] },
      { as, meta: { locale } },
    );
    return data?._entities[0] ?? null;
  };
  /** A conversation in which the buyer wrote something the filter keeps back. */
  const held = async () => {
    const talk = await s.talk();
    const { message } = (await s.send(talk.buyer, talk.id, contact)) as SentPayload;
    return { ...talk, messageId: message?.id ?? '' };
  };
  const moderation = (
    messageId: string,
    decision: 'APPROVED' | 'REJECTED',
    second: number,
    reason: string | null = null,
  ) =>
    s.deliver(moderationDecided, {
      aggregateId: messageId,
      aggregateVersion: second,
      payload: {
        subjectType: 'message',
        subjectId: messageId,
        decision,
        reason,
        decidedAt: new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString(),
      },
    });
  const history = async (as: As, conversationId: string): Promise<(string | null)[]> => {
    const data = await s.read<{ conversation: { messages: { nodes: { text: string | null }[] } } }>(
      as,
      'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { text } } } }',
      { id: conversationId },
    );
    return data.conversation.messages.nodes.map(({ text }) => text);
  };
  return { decide, report, see, held, moderation, history };
};
