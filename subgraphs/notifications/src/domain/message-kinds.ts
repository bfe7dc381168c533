import type { Language, MessageKind, Params, Text } from './message.ts';
import * as account from './messages/account.ts';
import * as messages from './messages/messages.ts';
import * as purchases from './messages/purchases.ts';
import * as shop from './messages/shop.ts';
import * as videos from './messages/videos.ts';

/** Every kind of message by its name. */
export const messageKinds: ReadonlyMap<string, MessageKind> = new Map(
  [account, purchases, shop, videos, messages]
    .flatMap((group) => Object.values(group))
    .map((kind) => [kind.kind, kind]),
);

/** Writes a stored message; one whose kind was since retired still says that there was something. */
export const writeMessage = (kind: string, params: Params, language: Language): Text =>
  messageKinds.get(kind)?.write[language](params) ?? { title: kind, text: '' };
