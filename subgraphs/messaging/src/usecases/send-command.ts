import type { Actor } from '@vitrina/platform/auth';
import type { Refusal } from '@vitrina/platform/result';
import type { ReceivedUpload } from '@vitrina/platform/uploads';
import type { SpamLanguage } from '../domain/spam/contract.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { MessageView } from '../store/message-view.ts';
import type { Sending } from '../store/sending.ts';

/** One message on its way into its conversation. */
export interface SendCommand {
  readonly actor: Actor;
  /** Everything but what is decided under the conversation's lock. */
  readonly draft: Sending;
  readonly language: SpamLanguage;
  /** Files that come along, as they were received. */
  readonly files: readonly ReceivedUpload[];
  /** What is wrong with the files; told unless the message was sent before. */
  readonly problem?: Refusal | undefined;
}

/** What became of it. */
export type SendOutcome =
  | { readonly kind: 'SENT'; readonly message: MessageView; readonly replayed: boolean }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal }
  /** There is no such conversation for this actor, or the actor only reads. */
  | { readonly kind: 'NO_ACCESS'; readonly conversation: ConversationRow | undefined };
