import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { ConversationMapper, ConversationConnectionMapper, ConversationMarksMapper, MessageMapper, MessageConnectionMapper, MessageAttachmentMapper, MessageReportMapper, ReportedMessageMapper, ReportedMessageConnectionMapper, MessageCardMapper, ConversationActivityMapper, ConversationTypingMapper, ConversationPresenceMapper, ConversationMarksMovedMapper, MessageChangedMapper, RateLimitedMapper } from '../mappers.ts';
import type { Context } from '../request.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Whole number of any size: a string in answers, a string or a safe integer in input. */
  BigInt: { input: bigint; output: bigint | string | number; }
  /** ISO 3166-1 alpha-2 country code, e.g. `DE`. */
  CountryCode: { input: string; output: string; }
  /** ISO 4217 alphabetic currency code, e.g. `EUR`. */
  CurrencyCode: { input: string; output: string; }
  /** Instant in ISO 8601 with an offset, answered in UTC: `2026-01-15T12:00:00.000Z`. */
  DateTime: { input: Date; output: Date | string; }
  /** BCP 47 language tag, e.g. `ru` or `en-GB`. */
  Locale: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A conversation whose two sides are meant. */
export type BlockConversationInput = {
  /** Identifier (`cnv_…`). */
  readonly conversationId: Scalars['ID']['input'];
};

/** The conversation as it is now. */
export type BlockConversationPayload = {
  /** The conversation. */
  readonly conversation?: Maybe<Conversation>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a buyer and a shop write to each other about one product or one order. The shop's staff share it. Seen by its two sides, and read by support. */
export type Conversation = Node & {
  /** The sides that have blocked the other one; empty when nobody did. */
  readonly blockedBy: ReadonlyArray<ConversationSide>;
  /** The buyer who takes part. */
  readonly buyer: User;
  /** How far the buyer is. */
  readonly buyerMarks: ConversationMarks;
  /** When it was opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Number of the last change of a message; 0 while nothing was changed. Read it with a page of messages: `conversationActivity` with it as `afterEdit` misses no later change. */
  readonly edits: Scalars['Int']['output'];
  /** Identifier (`cnv_…`). */
  readonly id: Scalars['ID']['output'];
  /** When something was last written in it, or when it was opened. */
  readonly lastActivityAt: Scalars['DateTime']['output'];
  /** When it last stood differently in lists: something was written, its last message changed, it was read or blocked; never before `lastActivityAt`. The newest one you have seen is the `afterActivity` of `conversationChanged`. */
  readonly lastChangeAt: Scalars['DateTime']['output'];
  /** The last message; null while nobody has written. */
  readonly lastMessage?: Maybe<Message>;
  /** Number of the last message; 0 while nobody has written. */
  readonly lastSequence: Scalars['Int']['output'];
  /** Messages, oldest first; page backwards with `last` and `before`. `totalCount` is null: `lastSequence` tells how many there are. */
  readonly messages: MessageConnection;
  /** The order it is about; null when it is about a product. */
  readonly order?: Maybe<Order>;
  /** The product it is about; null when it is about an order. */
  readonly product?: Maybe<Product>;
  /** The shop that takes part. */
  readonly shop: Shop;
  /** How far the shop is: the furthest of its staff counts. */
  readonly shopMarks: ConversationMarks;
  /** How many messages of the other side your side has not read; null when you are on neither side. */
  readonly unreadCount?: Maybe<Scalars['Int']['output']>;
  /** The side you are on; null for support, who read along but do not write. */
  readonly viewerSide?: Maybe<ConversationSide>;
};


/** What a buyer and a shop write to each other about one product or one order. The shop's staff share it. Seen by its two sides, and read by support. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Something that happens in a conversation beside new messages. */
export type ConversationActivity = ConversationMarksMoved | ConversationPresence | ConversationTyping | MessageChanged;

/** A page of conversations. */
export type ConversationConnection = {
  /** Conversations with their cursors. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** Conversations alone. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A conversation in a list. */
export type ConversationEdge = {
  /** Cursor of this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/** Which conversations of a list are wanted. */
export type ConversationFilter =
  /** All of them. */
  | 'ALL'
  /** Those that a side has blocked. */
  | 'BLOCKED'
  /** Those in which the buyer had the last word. */
  | 'UNANSWERED'
  /** Those in which the other side wrote something that your side has not read. */
  | 'UNREAD';

/** How far one side is, as numbers of messages (`Message.sequence`). Marks only move forward. */
export type ConversationMarks = {
  /** Everything up to this message has reached a device; 0 for nothing, never below `readSequence`. */
  readonly deliveredSequence: Scalars['Int']['output'];
  /** Everything up to this message is read; 0 for nothing. */
  readonly readSequence: Scalars['Int']['output'];
};

/** A side has read or received more. */
export type ConversationMarksMoved = {
  /** How far it is now. */
  readonly marks: ConversationMarks;
  /** The side whose marks moved; your own side's devices hear of it too. */
  readonly side: ConversationSide;
};

/** Somebody is there, or left. */
export type ConversationPresence = {
  /** When to take them for gone unless it is told again; already over once they have left. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** True while somebody of that side follows the conversation. */
  readonly online: Scalars['Boolean']['output'];
  /** The side that is meant: the other one. */
  readonly side: ConversationSide;
};

/** A side of a conversation. */
export type ConversationSide =
  /** The person who buys. */
  | 'BUYER'
  /** The shop: everybody who may answer buyers there. */
  | 'SHOP';

/** Somebody is typing. */
export type ConversationTyping = {
  /** When to stop showing it, unless it is told again. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The side that types: the other one. */
  readonly side: ConversationSide;
};

/** A file that is to be sent. */
export type CreateMessageAttachmentUploadInput = {
  /** The conversation it is for (`cnv_…`). */
  readonly conversationId: Scalars['ID']['input'];
  /** Its name, shown to the other side. */
  readonly fileName: Scalars['String']['input'];
  /** Its size in bytes; one byte more is refused. */
  readonly sizeBytes: Scalars['Int']['input'];
};

/** Where to send the file, or why not. */
export type CreateMessageAttachmentUploadPayload = {
  /** Where and how to send the bytes; null when it was refused. */
  readonly upload?: Maybe<UploadTicket>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A decision about a held message. */
export type DecideHeldMessageInput = {
  /** What becomes of it. */
  readonly decision: HeldMessageDecision;
  /** A held message (`msg_…`). */
  readonly messageId: Scalars['ID']['input'];
  /** What the author is told, up to 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The message as it is now, or why it was not decided. */
export type DecideHeldMessagePayload = {
  /** The message; null when the decision was refused. */
  readonly message?: Maybe<Message>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A decision about a reported message. */
export type DecideReportedMessageInput = {
  /** What becomes of it. */
  readonly decision: ReportedMessageDecision;
  /** A reported message (`msg_…`). */
  readonly messageId: Scalars['ID']['input'];
  /** Why, up to 500 characters; the author of a message that is removed or shown again reads it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** How the reported message stands now, or why it was not decided. */
export type DecideReportedMessagePayload = {
  /** The reported message; null when the decision was refused. */
  readonly reportedMessage?: Maybe<ReportedMessage>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message to take back. */
export type DeleteMessageInput = {
  /** Identifier (`msg_…`). */
  readonly messageId: Scalars['ID']['input'];
};

/** What is left of the message. */
export type DeleteMessagePayload = {
  /** The message without text and card. */
  readonly message?: Maybe<Message>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A changed text. */
export type EditMessageInput = {
  /** Identifier (`msg_…`). */
  readonly messageId: Scalars['ID']['input'];
  /** What it says now: up to 4,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** The message, or why it stays as it was. */
export type EditMessagePayload = {
  /** The message; null when the edit was refused. */
  readonly message?: Maybe<Message>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What becomes of a held message. */
export type HeldMessageDecision =
  /** The other side never gets it. */
  | 'REJECT'
  /** The other side gets it. */
  | 'RELEASE';

/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type Image = {
  /** What is to be seen, for those who cannot see it; empty for decoration. */
  readonly alt: Scalars['String']['output'];
  /** The colour that stands out, as `#rrggbb`. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Height of the original in pixels, orientation applied; null while it is not processed. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Ready for `<source srcset>`: every rendered width of one format, e.g. `https://…/320.webp 320w, https://…/640.webp 640w`; null when that format is not rendered (yet). */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** A blurred preview of at most 25 bytes as base64 (thumbhash): paint it until the picture is there. */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Address of the picture in that format, at the smallest rendered width that is not below the wanted one (the largest there is when none is large enough); null while nothing is rendered yet. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Width of the original in pixels, orientation applied; null while it is not processed. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type ImageSrcsetArgs = {
  format?: ImageFormat;
};


/** A picture in several sizes and formats. Every address is immutable: another picture has another address. */
export type ImageUrlArgs = {
  format?: ImageFormat;
  width?: Scalars['Int']['input'];
};

/** Formats in which images are served. */
export type ImageFormat =
  /** AVIF: the smallest; there a few seconds after the others. */
  | 'AVIF'
  /** GIF: for animated images only. */
  | 'GIF'
  /** JPEG: understood everywhere; transparency is laid on white. */
  | 'JPEG'
  /** WebP: understood by every current browser. */
  | 'WEBP';

/** How far a side is. */
export type MarkConversationInput = {
  /** Identifier (`cnv_…`). */
  readonly conversationId: Scalars['ID']['input'];
  /** `sequence` of the furthest message; one that does not exist yet counts as the last. */
  readonly sequence: Scalars['Int']['input'];
};

/** The conversation with its marks. */
export type MarkConversationPayload = {
  /** The conversation. */
  readonly conversation?: Maybe<Conversation>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message of a conversation. Its place is its `sequence`, which has no gaps; its content is as new as its `revision`. */
export type Message = Node & {
  /** Its files, in the order they were sent; empty once it is deleted. */
  readonly attachments: ReadonlyArray<MessageAttachment>;
  /** Who wrote it. Buyers do not see who of the shop did: null then, and for messages of an API client. */
  readonly author?: Maybe<User>;
  /** The order or product it shows; null for none, and once it is deleted. */
  readonly card?: Maybe<MessageCard>;
  /** Your own name for it, as given when it was sent; null for messages of others. */
  readonly clientMessageId?: Maybe<Scalars['String']['output']>;
  /** The conversation it is in. */
  readonly conversation: Conversation;
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was deleted; null for messages that are there. What is left is the place it had. */
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last edited; null for never. */
  readonly editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (`msg_…`). */
  readonly id: Scalars['ID']['output'];
  /** What the person who decided says about it; for its author and for support, null for everybody else. */
  readonly moderationNote?: Maybe<Scalars['String']['output']>;
  /** Why it is held or was rejected, strictest first; for its author and for support, who also see flagged words. Empty for everybody else. */
  readonly reasons: ReadonlyArray<MessageReason>;
  /** What was reported about it, newest first; null for all but support. */
  readonly reports?: Maybe<ReadonlyArray<MessageReport>>;
  /** 1 when it was sent, one more with every edit and with its deletion: show the highest you have seen. */
  readonly revision: Scalars['Int']['output'];
  /** Its place: 1 for the first, no gaps; null while it is held. */
  readonly sequence?: Maybe<Scalars['Int']['output']>;
  /** The side that wrote it. */
  readonly side: ConversationSide;
  /** How far it is on its way. */
  readonly state: MessageState;
  /** What it says; null once it is deleted. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** A file of a message. Seen by the two sides and by support; its addresses expire, ask for new ones when they do. */
export type MessageAttachment = Node & {
  /** Media type of the file that was sent, told from its content; what `url` gives of pictures is WebP. */
  readonly contentType: Scalars['String']['output'];
  /** The colour that stands out, `#rrggbb`; null for other files, and unless READY. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Why it cannot be shown; null unless FAILED. */
  readonly failure?: Maybe<MessageAttachmentFailure>;
  /** Its name as the sender had it. */
  readonly fileName: Scalars['String']['output'];
  /** Height of the picture at `url`, in pixels; null for other files, and unless READY. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Identifier (`att_…`). */
  readonly id: Scalars['ID']['output'];
  /** What kind of file it is. */
  readonly kind: MessageAttachmentKind;
  /** Size of the file that was sent, in bytes. */
  readonly sizeBytes: Scalars['Int']['output'];
  /** How far it is. */
  readonly state: MessageAttachmentState;
  /** What to show before the picture is there: a thumbhash, base64; null for other files, and unless READY. */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Where to get a picture of at most 320 pixels for a while; null for other files, and unless READY. */
  readonly thumbnailUrl?: Maybe<Scalars['String']['output']>;
  /** Where to get it for a while: pictures upright, without the place they were taken at and at most 2,048 pixels long, other files as they were sent. Null unless READY. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** When `url` and `thumbnailUrl` of this answer end. */
  readonly urlExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Width of the picture at `url`, in pixels; null for other files, and unless READY. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};

/** Why a file cannot be shown. */
export type MessageAttachmentFailure = {
  /** `UNSUPPORTED_IMAGE_TYPE`, `CORRUPT_IMAGE`, `TOO_MANY_PIXELS`, `TOO_MANY_FRAMES`, `IMAGE_TOO_SMALL` or `PROCESSING_FAILED`. */
  readonly code: Scalars['String']['output'];
  /** A sentence that says what to do. */
  readonly message: Scalars['String']['output'];
};

/** What kind of file it is. */
export type MessageAttachmentKind =
  /** Any other file. */
  | 'FILE'
  /** A picture: it has a thumbnail. */
  | 'IMAGE';

/** How far a file is. */
export type MessageAttachmentState =
  /** It cannot be shown; `failure` says why. */
  | 'FAILED'
  /** A picture that is being rendered: ask again after `conversationActivity` tells of its message, or in a second. */
  | 'PROCESSING'
  /** There to be shown. */
  | 'READY';

/** What a message shows beside its text; resolved anew whenever it is asked for, so it is never older than now. */
export type MessageCard = Order | Product;

/** What to show: give one of the two. */
export type MessageCardInput = {
  /** An order (`ord_…`) between this buyer and this shop. */
  readonly orderId?: InputMaybe<Scalars['ID']['input']>;
  /** A product (`prd_…`) of this shop; one on sale, unless the shop shows it. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * A message is not what it was: edited, deleted, taken down or shown again, its picture is ready, or (told to its author and
 * to support alone) the decision about a held one was made. A message you have not got yet may come this way first.
 */
export type MessageChanged = {
  /** The number of the change, rising within the conversation: give the one you saw last as `afterEdit`. Numbers may be left out. */
  readonly edit: Scalars['Int']['output'];
  /** The message as it is now. */
  readonly message: Message;
};

/** A page of messages. */
export type MessageConnection = {
  /** Messages with their cursors. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** Messages alone. */
  readonly nodes: ReadonlyArray<Message>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; null where counting would cost more than the page. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A message in a list. */
export type MessageEdge = {
  /** Cursor of this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
};

/** What somebody who is told about a message hears. */
export type MessageNews = {
  /** The name of the buyer who wrote it; null for a shop's message, whose staff stay unnamed. */
  readonly authorName?: Maybe<Scalars['String']['output']>;
  /** The conversation it is in. */
  readonly conversationId: Scalars['ID']['output'];
  /** True when its author has taken it back. */
  readonly deleted: Scalars['Boolean']['output'];
  /** The beginning of its text on one line, at most 140 characters; empty for a card alone and once it is deleted. */
  readonly excerpt: Scalars['String']['output'];
  /** The message. */
  readonly messageId: Scalars['ID']['output'];
  /** True when somebody of the other side has read it. */
  readonly readByOtherSide: Scalars['Boolean']['output'];
  /** The side that wrote it. */
  readonly side: ConversationSide;
};

/** One thing the contact filter found. */
export type MessageReason = {
  /** What it is. */
  readonly code: MessageReasonCode;
  /** A sentence for the author that says what to do, in the language of the request. */
  readonly message: Scalars['String']['output'];
};

/** What the contact filter can find in a text. */
export type MessageReasonCode =
  /** The number of a bank account or of a wallet. */
  | 'BANK_ACCOUNT'
  /** The same text went to many conversations. */
  | 'DUPLICATE_FLOOD'
  /** An e-mail address. */
  | 'EMAIL'
  /** A link to another site. */
  | 'LINK'
  /** It reads like an advertisement. */
  | 'LOOKS_LIKE_SPAM'
  /** A name in another messenger, or a call to go on there or by telephone. */
  | 'MESSENGER'
  /** Words that ask to pay outside the market. */
  | 'OFF_PLATFORM_PAYMENT'
  /** The number of a bank card. Such messages are refused, never held. */
  | 'PAYMENT_CARD'
  /** A telephone number. */
  | 'PHONE'
  /** A word from a list of swear words; keeps nothing back. */
  | 'PROFANITY';

/** A report about a message. */
export type MessageReport = {
  /** What the person says about it; empty for nothing. */
  readonly comment: Scalars['String']['output'];
  /** When it was reported. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What is wrong. */
  readonly reason: MessageReportReason;
  /** Who says so; null for an API client of the shop. */
  readonly reporter?: Maybe<User>;
  /** What the message said when it was reported. */
  readonly textThen: Scalars['String']['output'];
};

/** What somebody says is wrong with a message. */
export type MessageReportReason =
  /** Insults, threats, harassment. */
  | 'ABUSE'
  /** An attempt to take money or data by deceit. */
  | 'FRAUD'
  /** Something else; say what in the comment. */
  | 'OTHER'
  /** Advertising nobody asked for. */
  | 'SPAM';

/** How far a message is on its way. */
export type MessageState =
  /** A device of the other side has it. */
  | 'DELIVERED'
  /** Kept back by the contact filter: only its author sees it until a person has decided; `reasons` say why. */
  | 'HELD'
  /** Somebody of the other side has read it. */
  | 'READ'
  /** Kept back for good by a person's decision: only its author sees it; `moderationNote` and `reasons` say why. */
  | 'REJECTED'
  /** Stored and in its place in the conversation. */
  | 'SENT';

/** An amount of money in the currency's smallest unit. */
export type Money = {
  /** Amount in minor units, e.g. cents: 12.50 EUR is 1250. */
  readonly amountMinor: Scalars['BigInt']['output'];
  /** Currency of the amount. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Decimals of the currency by ISO 4217: 2 for EUR, 0 for JPY. */
  readonly exponent: Scalars['Int']['output'];
  /** The amount as a person reads it in that language. */
  readonly formatted: Scalars['String']['output'];
};


/** An amount of money in the currency's smallest unit. */
export type MoneyFormattedArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

export type Mutation = {
  /**
   * Ends what the other side can send you: a buyer blocks a shop, or a shop a buyer, in all conversations they have. The other
   * side's live subscriptions end, and so does its writing; both still read what was written. Blocking again changes nothing.
   */
  readonly blockConversation: BlockConversationPayload;
  /**
   * Opens the upload of one file for a conversation you may write in: send the bytes as the ticket says, then name the upload
   * in `sendMessage`. Pictures (JPEG, PNG, WebP, GIF, AVIF, TIFF), PDF, plain text, CSV, DOCX and XLSX up to 16 MiB; the
   * content decides, not the name. What no message takes within a day is deleted. Codes: `FILE_EMPTY`, `FILE_TOO_LARGE`,
   * `CARD_NUMBER`, `BLOCKED`, `RATE_LIMITED`.
   */
  readonly createMessageAttachmentUpload: CreateMessageAttachmentUploadPayload;
  /**
   * Lets a held message through, which gets its place now, or rejects it. The first decision holds; the same one again changes
   * nothing. For support. Codes: `ALREADY_DECIDED`, `MESSAGE_DELETED`, `BLOCKED`, `TEXT_TOO_LONG`, `CARD_NUMBER`.
   */
  readonly decideHeldMessage: DecideHeldMessagePayload;
  /**
   * Decides about a reported message: nothing is wrong with it, it is taken down, or it is taken down and the side that wrote
   * it is kept from the other one in all their conversations, as `blockConversation` of that side would. The first decision
   * holds until somebody reopens it; the same one again changes nothing. For support. Codes: `ALREADY_DECIDED`,
   * `TEXT_TOO_LONG`, `CARD_NUMBER`.
   */
  readonly decideReportedMessage: DecideReportedMessagePayload;
  /** Takes a message of your own back: its text and card are gone for everybody, its place stays. Deleting it again changes nothing. */
  readonly deleteMessage: DeleteMessagePayload;
  /** Changes the text of a message of your own, for a while after it was sent. Codes: `TEXT_REQUIRED`, `TEXT_TOO_LONG`, `EDIT_WINDOW_OVER`, `MESSAGE_DELETED`, `MESSAGE_HELD`, `BLOCKED`, `MESSAGE_REJECTED`, `RATE_LIMITED`. */
  readonly editMessage: EditMessagePayload;
  /** Moves your side's delivered mark forward. A mark that is further already stays. */
  readonly markConversationDelivered: MarkConversationPayload;
  /** Moves your side's read mark forward (and the delivered mark with it). A mark that is further already stays. */
  readonly markConversationRead: MarkConversationPayload;
  /**
   * Opens the conversation about a product (as its buyer-to-be) or about an order (as its buyer, or as the shop's staff).
   * There is one per buyer, shop and subject: opening it again gives the same one. Codes: `SUBJECT_REQUIRED`, `NOT_ON_SALE`,
   * `ORDER_NOT_FOUND`, `OWN_SHOP`, `GUEST_ORDER`, `BLOCKED`, `RATE_LIMITED`.
   */
  readonly openConversation: OpenConversationPayload;
  /**
   * Tells moderation that a message of the other side is wrong; what it says now is kept with the report. Reporting it again
   * changes nothing. Codes: `OWN_SIDE`, `MESSAGE_DELETED`, `TEXT_TOO_LONG`, `CARD_NUMBER`, `RATE_LIMITED`.
   */
  readonly reportMessage: ReportMessagePayload;
  /**
   * Writes a message. Sending the same `clientMessageId` again gives the first message back and writes nothing, so a retry is
   * always safe. Codes: `TEXT_REQUIRED`, `TEXT_TOO_LONG`, `CLIENT_MESSAGE_ID_INVALID`, `CLIENT_MESSAGE_ID_REUSED`,
   * `CARD_NOT_ALLOWED`, `TOO_MANY_ATTACHMENTS`, `UPLOAD_NOT_FOUND`, `UPLOAD_INCOMPLETE`, `UPLOAD_EXPIRED`, `UPLOAD_ALREADY_USED`,
   * `UNSUPPORTED_FILE_TYPE`, `FILE_TOO_LARGE` (with the file's place in the path), `BLOCKED`, `MESSAGE_REJECTED`, `RATE_LIMITED`.
   */
  readonly sendMessage: SendMessagePayload;
  /** Tells the other side that somebody of yours is typing, for six seconds; say it again while it goes on. Code: `BLOCKED`. */
  readonly sendTyping: SendTypingPayload;
  /** Lifts the block of your side. A block of the other side stays. */
  readonly unblockConversation: BlockConversationPayload;
};


export type MutationBlockConversationArgs = {
  input: BlockConversationInput;
};


export type MutationCreateMessageAttachmentUploadArgs = {
  input: CreateMessageAttachmentUploadInput;
};


export type MutationDecideHeldMessageArgs = {
  input: DecideHeldMessageInput;
};


export type MutationDecideReportedMessageArgs = {
  input: DecideReportedMessageInput;
};


export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationMarkConversationDeliveredArgs = {
  input: MarkConversationInput;
};


export type MutationMarkConversationReadArgs = {
  input: MarkConversationInput;
};


export type MutationOpenConversationArgs = {
  input: OpenConversationInput;
};


export type MutationReportMessageArgs = {
  input: ReportMessageInput;
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationSendTypingArgs = {
  input: SendTypingInput;
};


export type MutationUnblockConversationArgs = {
  input: BlockConversationInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** What a conversation is about: give one of the two. */
export type OpenConversationInput = {
  /** An order (`ord_…`) of yours, or of the shop you work for. */
  readonly orderId?: InputMaybe<Scalars['ID']['input']>;
  /** A product on sale (`prd_…`). */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
};

/** The conversation, or why there is none. */
export type OpenConversationPayload = {
  /** The conversation; null when it was refused. */
  readonly conversation?: Maybe<Conversation>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One shop's part of a purchase; orders owns it. */
export type Order = {
  /** Identifier (`ord_…`). */
  readonly id: Scalars['ID']['output'];
};

/** Where a page of a list stands. */
export type PageInfo = {
  /** Cursor of the last edge; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A refusal that says all it has to say in code, field and message. */
export type PlainUserError = UserError & {
  /** Stable code in upper snake case, e.g. `SLUG_TAKEN`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** A product; catalog owns it. */
export type Product = {
  /** Identifier (`prd_…`). */
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  /** A conversation by its id; null when there is none or it is not yours. */
  readonly conversation?: Maybe<Conversation>;
  /** Messages that wait for a decision, oldest first. For support. `totalCount` counts up to 10,000. */
  readonly heldMessages: MessageConnection;
  /** The conversations of a shop with its buyers, newest activity first. For its staff and clients with `messages:write`, and for support. */
  readonly inbox: ConversationConnection;
  /** What there is to tell about messages at this moment. Unknown and held ones are left out. */
  readonly messageNews: ReadonlyArray<MessageNews>;
  /** Messages that people reported; who waits longest comes first. For support. */
  readonly reportedMessages: ReportedMessageConnection;
  /** Messages with these words in all conversations of a shop (for its staff and clients) or, without one, in your own as a buyer; newest first. */
  readonly searchMessages: MessageConnection;
  /** Your conversations as a buyer, newest activity first. */
  readonly viewerConversations: ConversationConnection;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryHeldMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: ConversationFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  shopId: Scalars['ID']['input'];
};


export type QueryMessageNewsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryReportedMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<ReportedMessageState>;
};


export type QuerySearchMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
  shopId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryViewerConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: ConversationFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Too much at once. */
export type RateLimited = UserError & {
  /** Always `RATE_LIMITED`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
  /** After how many seconds the same request makes sense. */
  readonly retryAfterSeconds: Scalars['Int']['output'];
};

/** A report. */
export type ReportMessageInput = {
  /** More about it, up to 1,000 characters. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** A message of the other side (`msg_…`). */
  readonly messageId: Scalars['ID']['input'];
  /** What is wrong. */
  readonly reason: MessageReportReason;
};

/** The reported message, or why it was not taken. */
export type ReportMessagePayload = {
  /** The message; null when the report was refused. */
  readonly message?: Maybe<Message>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message that somebody reported, once however many people did. For support alone. */
export type ReportedMessage = {
  /** True when the last decision also kept the two sides apart. */
  readonly blocked: Scalars['Boolean']['output'];
  /** What was written around it, in its order, the message itself among it. */
  readonly context: ReadonlyArray<Message>;
  /** When it was last decided; null for never. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided it last; null for nobody yet. */
  readonly decidedBy?: Maybe<User>;
  /** The message as it stands now; `reports` say what it said then. */
  readonly message: Message;
  /** What was noted with the last decision; null for nothing. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Since when it waits, or waited before the decision. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** What was reported about it, newest first: who, when and why. */
  readonly reports: ReadonlyArray<MessageReport>;
  /** How it stands. A further report opens a decided one anew. */
  readonly state: ReportedMessageState;
};


/** A message that somebody reported, once however many people did. For support alone. */
export type ReportedMessageContextArgs = {
  after?: Scalars['Int']['input'];
  before?: Scalars['Int']['input'];
};

/** A page of reported messages. */
export type ReportedMessageConnection = {
  /** Reported messages with their cursors. */
  readonly edges: ReadonlyArray<ReportedMessageEdge>;
  /** Reported messages alone. */
  readonly nodes: ReadonlyArray<ReportedMessage>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all, counted up to 10,000 and only when asked for. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** What becomes of a reported message. */
export type ReportedMessageDecision =
  /** Nothing is wrong with it. One that was taken down is shown again. */
  | 'DISMISS'
  /** Nobody reads it any more; its author is told with the note. */
  | 'REMOVE'
  /** The same, and the side that wrote it can send the other one nothing more until that one unblocks it. */
  | 'REMOVE_AND_BLOCK'
  /** It waits again, so that it can be decided otherwise; the message stays as it is. */
  | 'REOPEN';

/** A reported message in a list. */
export type ReportedMessageEdge = {
  /** Cursor of this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The reported message. */
  readonly node: ReportedMessage;
};

/** How a reported message stands. */
export type ReportedMessageState =
  /** Nothing is wrong with it. */
  | 'DISMISSED'
  /** It waits for a decision. */
  | 'OPEN'
  /** It was taken down. */
  | 'REMOVED';

/** A message as it is sent. */
export type SendMessageInput = {
  /** Files to send along, in their order: up to 10 uploads of `createMessageAttachmentUpload`, whose bytes have arrived. */
  readonly attachmentUploadIds?: ReadonlyArray<Scalars['ID']['input']>;
  /** An order or product to show; null for none. */
  readonly card?: InputMaybe<MessageCardInput>;
  /** Your own name for the message, unique for you within the conversation: 1 to 64 printable characters without spaces; a UUID does well. A retry carries the same one. */
  readonly clientMessageId: Scalars['String']['input'];
  /** Identifier (`cnv_…`). */
  readonly conversationId: Scalars['ID']['input'];
  /** What it says: up to 4,000 characters on any number of lines. May be empty beside a card or files. */
  readonly text: Scalars['String']['input'];
};

/** The message, or why there is none. */
export type SendMessagePayload = {
  /** The message; null when it was refused. */
  readonly message?: Maybe<Message>;
  /** True when this `clientMessageId` was sent before and nothing new was written. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where somebody types. */
export type SendTypingInput = {
  /** Identifier (`cnv_…`). */
  readonly conversationId: Scalars['ID']['input'];
};

/** What came of it. */
export type SendTypingPayload = {
  /** The conversation; null when it was refused. */
  readonly conversation?: Maybe<Conversation>;
  /** Why it was refused; empty otherwise. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A shop of the market; seller owns it. */
export type Shop = {
  /** Identifier (`shp_…`). */
  readonly id: Scalars['ID']['output'];
};

export type Subscription = {
  /**
   * What else happens in a conversation: the other side types, comes or goes, marks move, messages change. While you follow,
   * the other side sees yours as present. Typing and presence are told once and kept nowhere. To miss no change across a lost
   * connection, subscribe again with the `edit` you saw last: messages that changed since come first, each as it is now; read
   * the marks anew. Ends with FORBIDDEN when the other side blocks yours.
   */
  readonly conversationActivity: ConversationActivity;
  /**
   * A conversation of a shop's inbox (for its staff and clients) or, without a shop, one of your own as a buyer stands
   * differently: something was written, edited, read or blocked. What stands in it is read as it is told, and one may be told
   * twice. To miss none across a lost connection, subscribe again with the newest `lastChangeAt` you saw: conversations that
   * stand differently since come first, the one that changed longest ago before the others.
   */
  readonly conversationChanged: Conversation;
  /**
   * Messages of a conversation, each once and in order: first those after `afterSeq`, then live ones. To lose nothing across
   * a lost connection, subscribe again with the `sequence` you saw last. Ends with FORBIDDEN when the other side blocks yours.
   */
  readonly messageAdded: Message;
};


export type SubscriptionConversationActivityArgs = {
  afterEdit?: InputMaybe<Scalars['Int']['input']>;
  conversationId: Scalars['ID']['input'];
};


export type SubscriptionConversationChangedArgs = {
  afterActivity?: InputMaybe<Scalars['DateTime']['input']>;
  shopId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionMessageAddedArgs = {
  afterSeq?: InputMaybe<Scalars['Int']['input']>;
  conversationId: Scalars['ID']['input'];
};

/** A header of a presigned request. */
export type UploadHeader = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its value. */
  readonly value: Scalars['String']['output'];
};

/** One presigned request. */
export type UploadPut = {
  /** Headers to send exactly as they stand here. */
  readonly headers: ReadonlyArray<UploadHeader>;
  /** Where to PUT the bytes. */
  readonly url: Scalars['String']['output'];
};

/** How to send a file's bytes. Use `put` for one request, or tus 1.0 at `tusUrl` to be able to resume. */
export type UploadTicket = {
  /** When the bytes must have arrived. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Identifier (`upl_…`): name it to the mutation that uses the file. */
  readonly id: Scalars['ID']['output'];
  /** Largest size that is taken, in bytes. */
  readonly maxBytes: Scalars['Int']['output'];
  /** One presigned PUT of the whole file; null for large files. */
  readonly put?: Maybe<UploadPut>;
  /** Lets its holder send this one file and nothing else. Treat it like a password. */
  readonly token: Scalars['String']['output'];
  /** Endpoint of the tus 1.0 protocol. Create the upload there with `Authorization: Bearer <token>` and `Upload-Length`. */
  readonly tusUrl: Scalars['String']['output'];
};

/** A person; identity owns it. */
export type User = {
  /** Identifier (`usr_…`). */
  readonly id: Scalars['ID']['output'];
};

/** A reason why a mutation was refused that the person asking can act on. */
export type UserError = {
  /** Stable code in upper snake case, e.g. `OUT_OF_STOCK`. */
  readonly code: Scalars['String']['output'];
  /** Path below `input` of what it is about; empty when it is about the whole input. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info?: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info?: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info?: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info?: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Conversation: Conversation;
  Message: Message;
  MessageAttachment: MessageAttachment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  MessageAttachment:
    ( { __typename: 'MessageAttachment' }
    & GraphQLRecursivePick<FederationTypes['MessageAttachment'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node:
    | ( ConversationMapper )
    | ( MessageMapper )
    | ( MessageAttachmentMapper )
  ;
  UserError:
    | ( KitRefusal )
    | ( RateLimitedMapper )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  BlockConversationInput: BlockConversationInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  BlockConversationPayload: ResolverTypeWrapper<Omit<BlockConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Conversation: ResolverTypeWrapper<ConversationMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ConversationActivity: ResolverTypeWrapper<ConversationActivityMapper>;
  ConversationConnection: ResolverTypeWrapper<ConversationConnectionMapper>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationFilter: ConversationFilter;
  ConversationMarks: ResolverTypeWrapper<ConversationMarksMapper>;
  ConversationMarksMoved: ResolverTypeWrapper<ConversationMarksMovedMapper>;
  ConversationPresence: ResolverTypeWrapper<ConversationPresenceMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConversationSide: ConversationSide;
  ConversationTyping: ResolverTypeWrapper<ConversationTypingMapper>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateMessageAttachmentUploadInput: CreateMessageAttachmentUploadInput;
  CreateMessageAttachmentUploadPayload: ResolverTypeWrapper<Omit<CreateMessageAttachmentUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideHeldMessageInput: DecideHeldMessageInput;
  DecideHeldMessagePayload: ResolverTypeWrapper<Omit<DecideHeldMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversTypes['Message']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DecideReportedMessageInput: DecideReportedMessageInput;
  DecideReportedMessagePayload: ResolverTypeWrapper<Omit<DecideReportedMessagePayload, 'reportedMessage' | 'userErrors'> & { reportedMessage?: Maybe<ResolversTypes['ReportedMessage']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: ResolverTypeWrapper<Omit<DeleteMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversTypes['Message']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: ResolverTypeWrapper<Omit<EditMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversTypes['Message']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  HeldMessageDecision: HeldMessageDecision;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  MarkConversationInput: MarkConversationInput;
  MarkConversationPayload: ResolverTypeWrapper<Omit<MarkConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Message: ResolverTypeWrapper<MessageMapper>;
  MessageAttachment: ResolverTypeWrapper<MessageAttachmentMapper>;
  MessageAttachmentFailure: ResolverTypeWrapper<MessageAttachmentFailure>;
  MessageAttachmentKind: MessageAttachmentKind;
  MessageAttachmentState: MessageAttachmentState;
  MessageCard: ResolverTypeWrapper<MessageCardMapper>;
  MessageCardInput: MessageCardInput;
  MessageChanged: ResolverTypeWrapper<MessageChangedMapper>;
  MessageConnection: ResolverTypeWrapper<MessageConnectionMapper>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageNews: ResolverTypeWrapper<MessageNews>;
  MessageReason: ResolverTypeWrapper<MessageReason>;
  MessageReasonCode: MessageReasonCode;
  MessageReport: ResolverTypeWrapper<MessageReportMapper>;
  MessageReportReason: MessageReportReason;
  MessageState: MessageState;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OpenConversationInput: OpenConversationInput;
  OpenConversationPayload: ResolverTypeWrapper<Omit<OpenConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Product: ResolverTypeWrapper<Product>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimited: ResolverTypeWrapper<RateLimitedMapper>;
  ReportMessageInput: ReportMessageInput;
  ReportMessagePayload: ResolverTypeWrapper<Omit<ReportMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversTypes['Message']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReportedMessage: ResolverTypeWrapper<ReportedMessageMapper>;
  ReportedMessageConnection: ResolverTypeWrapper<ReportedMessageConnectionMapper>;
  ReportedMessageDecision: ReportedMessageDecision;
  ReportedMessageEdge: ResolverTypeWrapper<Omit<ReportedMessageEdge, 'node'> & { node: ResolversTypes['ReportedMessage'] }>;
  ReportedMessageState: ReportedMessageState;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<Omit<SendMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversTypes['Message']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SendTypingInput: SendTypingInput;
  SendTypingPayload: ResolverTypeWrapper<Omit<SendTypingPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversTypes['Conversation']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Shop: ResolverTypeWrapper<Shop>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BigInt: Scalars['BigInt']['output'];
  BlockConversationInput: BlockConversationInput;
  ID: Scalars['ID']['output'];
  BlockConversationPayload: Omit<BlockConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Conversation: ConversationMapper;
  Int: Scalars['Int']['output'];
  ConversationActivity: ConversationActivityMapper;
  ConversationConnection: ConversationConnectionMapper;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationMarks: ConversationMarksMapper;
  ConversationMarksMoved: ConversationMarksMovedMapper;
  ConversationPresence: ConversationPresenceMapper;
  Boolean: Scalars['Boolean']['output'];
  ConversationTyping: ConversationTypingMapper;
  CountryCode: Scalars['CountryCode']['output'];
  CreateMessageAttachmentUploadInput: CreateMessageAttachmentUploadInput;
  CreateMessageAttachmentUploadPayload: Omit<CreateMessageAttachmentUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversParentTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideHeldMessageInput: DecideHeldMessageInput;
  DecideHeldMessagePayload: Omit<DecideHeldMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversParentTypes['Message']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DecideReportedMessageInput: DecideReportedMessageInput;
  DecideReportedMessagePayload: Omit<DecideReportedMessagePayload, 'reportedMessage' | 'userErrors'> & { reportedMessage?: Maybe<ResolversParentTypes['ReportedMessage']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: Omit<DeleteMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversParentTypes['Message']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  EditMessageInput: EditMessageInput;
  EditMessagePayload: Omit<EditMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversParentTypes['Message']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Locale: Scalars['Locale']['output'];
  MarkConversationInput: MarkConversationInput;
  MarkConversationPayload: Omit<MarkConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Message: MessageMapper;
  MessageAttachment: MessageAttachmentMapper;
  MessageAttachmentFailure: MessageAttachmentFailure;
  MessageCard: MessageCardMapper;
  MessageCardInput: MessageCardInput;
  MessageChanged: MessageChangedMapper;
  MessageConnection: MessageConnectionMapper;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageNews: MessageNews;
  MessageReason: MessageReason;
  MessageReport: MessageReportMapper;
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OpenConversationInput: OpenConversationInput;
  OpenConversationPayload: Omit<OpenConversationPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Order: Order;
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  Product: Product;
  Query: Record<PropertyKey, never>;
  RateLimited: RateLimitedMapper;
  ReportMessageInput: ReportMessageInput;
  ReportMessagePayload: Omit<ReportMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversParentTypes['Message']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReportedMessage: ReportedMessageMapper;
  ReportedMessageConnection: ReportedMessageConnectionMapper;
  ReportedMessageEdge: Omit<ReportedMessageEdge, 'node'> & { node: ResolversParentTypes['ReportedMessage'] };
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message' | 'userErrors'> & { message?: Maybe<ResolversParentTypes['Message']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SendTypingInput: SendTypingInput;
  SendTypingPayload: Omit<SendTypingPayload, 'conversation' | 'userErrors'> & { conversation?: Maybe<ResolversParentTypes['Conversation']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Shop: Shop;
  Subscription: Record<PropertyKey, never>;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  User: User;
  UserError: KitRefusal;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  scopes: ReadonlyArray<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type IdempotentDirectiveArgs = { };

export type IdempotentDirectiveResolver<Result, Parent, ContextType = Context, Args = IdempotentDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InternalDirectiveArgs = {
  callers: ReadonlyArray<Scalars['String']['input']>;
};

export type InternalDirectiveResolver<Result, Parent, ContextType = Context, Args = InternalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type BlockConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockConversationPayload'] = ResolversParentTypes['BlockConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  blockedBy?: Resolver<ReadonlyArray<ResolversTypes['ConversationSide']>, ParentType, ContextType>;
  buyer?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  buyerMarks?: Resolver<ResolversTypes['ConversationMarks'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  edits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastActivityAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastChangeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ConversationMessagesArgs>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  shopMarks?: Resolver<ResolversTypes['ConversationMarks'], ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerSide?: Resolver<Maybe<ResolversTypes['ConversationSide']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationActivity'] = ResolversParentTypes['ConversationActivity']> = {
  __resolveType: TypeResolveFn<'ConversationMarksMoved' | 'ConversationPresence' | 'ConversationTyping' | 'MessageChanged', ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationMarksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationMarks'] = ResolversParentTypes['ConversationMarks']> = {
  deliveredSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConversationMarksMovedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationMarksMoved'] = ResolversParentTypes['ConversationMarksMoved']> = {
  marks?: Resolver<ResolversTypes['ConversationMarks'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ConversationSide'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationPresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationPresence'] = ResolversParentTypes['ConversationPresence']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ConversationSide'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationTypingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConversationTyping'] = ResolversParentTypes['ConversationTyping']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ConversationSide'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateMessageAttachmentUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMessageAttachmentUploadPayload'] = ResolversParentTypes['CreateMessageAttachmentUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['UploadTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideHeldMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideHeldMessagePayload'] = ResolversParentTypes['DecideHeldMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DecideReportedMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideReportedMessagePayload'] = ResolversParentTypes['DecideReportedMessagePayload']> = {
  reportedMessage?: Resolver<Maybe<ResolversTypes['ReportedMessage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMessagePayload'] = ResolversParentTypes['DeleteMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EditMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditMessagePayload'] = ResolversParentTypes['EditMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MarkConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkConversationPayload'] = ResolversParentTypes['MarkConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attachments?: Resolver<ReadonlyArray<ResolversTypes['MessageAttachment']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  card?: Resolver<Maybe<ResolversTypes['MessageCard']>, ParentType, ContextType>;
  clientMessageId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moderationNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['MessageReason']>, ParentType, ContextType>;
  reports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MessageReport']>>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sequence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ConversationSide'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageAttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAttachment'] = ResolversParentTypes['MessageAttachment'], FederationReferenceType extends FederationReferenceTypes['MessageAttachment'] = FederationReferenceTypes['MessageAttachment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessageAttachment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['MessageAttachmentFailure']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MessageAttachmentKind'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MessageAttachmentState'], ParentType, ContextType>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbnailUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urlExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageAttachmentFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAttachmentFailure'] = ResolversParentTypes['MessageAttachmentFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageCard'] = ResolversParentTypes['MessageCard']> = {
  __resolveType: TypeResolveFn<'Order' | 'Product', ParentType, ContextType>;
};

export type MessageChangedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageChanged'] = ResolversParentTypes['MessageChanged']> = {
  edit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageNewsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageNews'] = ResolversParentTypes['MessageNews']> = {
  authorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  readByOtherSide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['ConversationSide'], ParentType, ContextType>;
};

export type MessageReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReason'] = ResolversParentTypes['MessageReason']> = {
  code?: Resolver<ResolversTypes['MessageReasonCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageReport'] = ResolversParentTypes['MessageReport']> = {
  comment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['MessageReportReason'], ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  textThen?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  blockConversation?: Resolver<ResolversTypes['BlockConversationPayload'], ParentType, ContextType, RequireFields<MutationBlockConversationArgs, 'input'>>;
  createMessageAttachmentUpload?: Resolver<ResolversTypes['CreateMessageAttachmentUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateMessageAttachmentUploadArgs, 'input'>>;
  decideHeldMessage?: Resolver<ResolversTypes['DecideHeldMessagePayload'], ParentType, ContextType, RequireFields<MutationDecideHeldMessageArgs, 'input'>>;
  decideReportedMessage?: Resolver<ResolversTypes['DecideReportedMessagePayload'], ParentType, ContextType, RequireFields<MutationDecideReportedMessageArgs, 'input'>>;
  deleteMessage?: Resolver<ResolversTypes['DeleteMessagePayload'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'input'>>;
  editMessage?: Resolver<ResolversTypes['EditMessagePayload'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  markConversationDelivered?: Resolver<ResolversTypes['MarkConversationPayload'], ParentType, ContextType, RequireFields<MutationMarkConversationDeliveredArgs, 'input'>>;
  markConversationRead?: Resolver<ResolversTypes['MarkConversationPayload'], ParentType, ContextType, RequireFields<MutationMarkConversationReadArgs, 'input'>>;
  openConversation?: Resolver<ResolversTypes['OpenConversationPayload'], ParentType, ContextType, RequireFields<MutationOpenConversationArgs, 'input'>>;
  reportMessage?: Resolver<ResolversTypes['ReportMessagePayload'], ParentType, ContextType, RequireFields<MutationReportMessageArgs, 'input'>>;
  sendMessage?: Resolver<ResolversTypes['SendMessagePayload'], ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  sendTyping?: Resolver<ResolversTypes['SendTypingPayload'], ParentType, ContextType, RequireFields<MutationSendTypingArgs, 'input'>>;
  unblockConversation?: Resolver<ResolversTypes['BlockConversationPayload'], ParentType, ContextType, RequireFields<MutationUnblockConversationArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Conversation' | 'Message' | 'MessageAttachment', ParentType, ContextType>;
};

export type OpenConversationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenConversationPayload'] = ResolversParentTypes['OpenConversationPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  heldMessages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<QueryHeldMessagesArgs>>;
  inbox?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryInboxArgs, 'filter' | 'shopId'>>;
  messageNews?: Resolver<ReadonlyArray<ResolversTypes['MessageNews']>, ParentType, ContextType, RequireFields<QueryMessageNewsArgs, 'ids'>>;
  reportedMessages?: Resolver<ResolversTypes['ReportedMessageConnection'], ParentType, ContextType, RequireFields<QueryReportedMessagesArgs, 'state'>>;
  searchMessages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, RequireFields<QuerySearchMessagesArgs, 'query'>>;
  viewerConversations?: Resolver<ResolversTypes['ConversationConnection'], ParentType, ContextType, RequireFields<QueryViewerConversationsArgs, 'filter'>>;
};

export type RateLimitedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimited'] = ResolversParentTypes['RateLimited']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportMessagePayload'] = ResolversParentTypes['ReportMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportedMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportedMessage'] = ResolversParentTypes['ReportedMessage']> = {
  blocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  context?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<ReportedMessageContextArgs, 'after' | 'before'>>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reports?: Resolver<ReadonlyArray<ResolversTypes['MessageReport']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReportedMessageState'], ParentType, ContextType>;
};

export type ReportedMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportedMessageConnection'] = ResolversParentTypes['ReportedMessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReportedMessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReportedMessage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReportedMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportedMessageEdge'] = ResolversParentTypes['ReportedMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReportedMessage'], ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SendTypingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendTypingPayload'] = ResolversParentTypes['SendTypingPayload']> = {
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  conversationActivity?: SubscriptionResolver<ResolversTypes['ConversationActivity'], "conversationActivity", ParentType, ContextType, RequireFields<SubscriptionConversationActivityArgs, 'conversationId'>>;
  conversationChanged?: SubscriptionResolver<ResolversTypes['Conversation'], "conversationChanged", ParentType, ContextType, Partial<SubscriptionConversationChangedArgs>>;
  messageAdded?: SubscriptionResolver<ResolversTypes['Message'], "messageAdded", ParentType, ContextType, RequireFields<SubscriptionMessageAddedArgs, 'conversationId'>>;
};

export type UploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadHeader'] = ResolversParentTypes['UploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadPutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadPut'] = ResolversParentTypes['UploadPut']> = {
  headers?: Resolver<ReadonlyArray<ResolversTypes['UploadHeader']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UploadTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadTicket'] = ResolversParentTypes['UploadTicket']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  put?: Resolver<Maybe<ResolversTypes['UploadPut']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tusUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PlainUserError' | 'RateLimited', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BigInt?: GraphQLScalarType;
  BlockConversationPayload?: BlockConversationPayloadResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationActivity?: ConversationActivityResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationMarks?: ConversationMarksResolvers<ContextType>;
  ConversationMarksMoved?: ConversationMarksMovedResolvers<ContextType>;
  ConversationPresence?: ConversationPresenceResolvers<ContextType>;
  ConversationTyping?: ConversationTypingResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateMessageAttachmentUploadPayload?: CreateMessageAttachmentUploadPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DecideHeldMessagePayload?: DecideHeldMessagePayloadResolvers<ContextType>;
  DecideReportedMessagePayload?: DecideReportedMessagePayloadResolvers<ContextType>;
  DeleteMessagePayload?: DeleteMessagePayloadResolvers<ContextType>;
  EditMessagePayload?: EditMessagePayloadResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  MarkConversationPayload?: MarkConversationPayloadResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageAttachment?: MessageAttachmentResolvers<ContextType>;
  MessageAttachmentFailure?: MessageAttachmentFailureResolvers<ContextType>;
  MessageCard?: MessageCardResolvers<ContextType>;
  MessageChanged?: MessageChangedResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageNews?: MessageNewsResolvers<ContextType>;
  MessageReason?: MessageReasonResolvers<ContextType>;
  MessageReport?: MessageReportResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OpenConversationPayload?: OpenConversationPayloadResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimited?: RateLimitedResolvers<ContextType>;
  ReportMessagePayload?: ReportMessagePayloadResolvers<ContextType>;
  ReportedMessage?: ReportedMessageResolvers<ContextType>;
  ReportedMessageConnection?: ReportedMessageConnectionResolvers<ContextType>;
  ReportedMessageEdge?: ReportedMessageEdgeResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  SendTypingPayload?: SendTypingPayloadResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
