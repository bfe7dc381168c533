import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { NotificationMapper, NotificationConnectionMapper, NotificationDeliveryMapper, NotificationDeliveryConnectionMapper, NotificationRunMapper, NotificationRunConnectionMapper, NotificationStepMapper, NotificationPreferencesMapper, NotificationPhoneMapper, PushSubscriptionMapper, SuppressedAddressMapper, SuppressedAddressConnectionMapper, NotificationTemplateMapper, NotificationTemplateDraftMapper, NotificationTemplateVersionMapper, NotificationTemplateVariableMapper, NotificationTemplateProblemMapper } from '../mappers.ts';
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

/** The code that arrived. */
export type ConfirmNotificationPhoneInput = {
  /** Six digits. */
  readonly code: Scalars['String']['input'];
};

/** The phone after the request. */
export type ConfirmNotificationPhonePayload = {
  /** The phone, proved; null when refused. */
  readonly phone?: Maybe<NotificationPhone>;
  /** Why it was refused: NO_CODE_ASKED, CODE_EXPIRED, TOO_MANY_WRONG_CODES, WRONG_CODE. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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

/** Where to go to link a Telegram chat. */
export type LinkTelegramPayload = {
  /** Until when it works, once. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opens the market's bot, which links the chat it is opened in; null when refused. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Why it was refused: NO_TELEGRAM, TOO_MANY_LINKS. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which notifications to mark as read. */
export type MarkNotificationsReadInput = {
  /** Everything up to and including this sequence number. */
  readonly upToSequence: Scalars['Int']['input'];
};

/** What was marked. */
export type MarkNotificationsReadPayload = {
  /** How many changed from new to read. */
  readonly markedCount: Scalars['Int']['output'];
  /** How many are still unread. */
  readonly unreadCount: Scalars['Int']['output'];
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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
  /** Proves the phone by the code, which works for ten minutes and five guesses. */
  readonly confirmNotificationPhone: ConfirmNotificationPhonePayload;
  /** Makes a link that connects a Telegram chat, once, within fifteen minutes. */
  readonly linkTelegram: LinkTelegramPayload;
  /** Marks the signed-in person's notifications as read. */
  readonly markNotificationsRead: MarkNotificationsReadPayload;
  /** Checks the draft and makes it what is sent, everywhere within five seconds. */
  readonly publishNotificationTemplate: PublishNotificationTemplatePayload;
  /** Lets the signed-in person's browser get pushes. Registering the same one again replaces its keys; the 10 used last are kept. */
  readonly registerPushSubscription: RegisterPushSubscriptionPayload;
  /** Forgets the phone. */
  readonly removeNotificationPhone: RemoveNotificationPhonePayload;
  /** Ends pushes to one of the person's browsers. */
  readonly removePushSubscription: RemovePushSubscriptionPayload;
  /** Puts failed messages back on their way, with a full set of tries each. */
  readonly replayNotificationDeliveries: ReplayNotificationDeliveriesPayload;
  /** Puts a failed message back on its way, with a full set of tries. */
  readonly retryNotificationDelivery: RetryNotificationDeliveryPayload;
  /** Goes back to a version of before, as a new version, or to the text that ships with the market. */
  readonly revertNotificationTemplate: RevertNotificationTemplatePayload;
  /** Keeps an editor's draft, or throws it away. Nothing is sent by it. */
  readonly saveNotificationTemplateDraft: SaveNotificationTemplateDraftPayload;
  /** Sends a code to a phone that is to get messages; it takes the place of a former one. */
  readonly setNotificationPhone: SetNotificationPhonePayload;
  /** Forgets the linked Telegram chat. */
  readonly unlinkTelegram: UnlinkTelegramPayload;
  /** Takes an address off the list of those nothing is sent to. */
  readonly unsuppressAddress: UnsuppressAddressPayload;
  /** Chooses what reaches the signed-in person, where and when. */
  readonly updateNotificationPreferences: UpdateNotificationPreferencesPayload;
};


export type MutationConfirmNotificationPhoneArgs = {
  input: ConfirmNotificationPhoneInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationPublishNotificationTemplateArgs = {
  input: PublishNotificationTemplateInput;
};


export type MutationRegisterPushSubscriptionArgs = {
  input: RegisterPushSubscriptionInput;
};


export type MutationRemovePushSubscriptionArgs = {
  input: RemovePushSubscriptionInput;
};


export type MutationReplayNotificationDeliveriesArgs = {
  input: ReplayNotificationDeliveriesInput;
};


export type MutationRetryNotificationDeliveryArgs = {
  input: RetryNotificationDeliveryInput;
};


export type MutationRevertNotificationTemplateArgs = {
  input: RevertNotificationTemplateInput;
};


export type MutationSaveNotificationTemplateDraftArgs = {
  input: SaveNotificationTemplateDraftInput;
};


export type MutationSetNotificationPhoneArgs = {
  input: SetNotificationPhoneInput;
};


export type MutationUnsuppressAddressArgs = {
  input: UnsuppressAddressInput;
};


export type MutationUpdateNotificationPreferencesArgs = {
  input: UpdateNotificationPreferencesInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
  readonly id: Scalars['ID']['output'];
};

/** Something a person was told about, in the app. */
export type Notification = Node & {
  /** What it is about. */
  readonly category: NotificationCategory;
  /** When it was written. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifier (`ntf_…`). */
  readonly id: Scalars['ID']['output'];
  /** Stable name of the message, e.g. `order-shipped`; choose an icon by it. */
  readonly kind: Scalars['String']['output'];
  /** When the person marked it read; null while it is new. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Place in the person's own sequence, from 1, without gaps; give it as `afterSequence` to resume. */
  readonly sequence: Scalars['Int']['output'];
  /** Id of what it is about (an order, a variant), to be read with `node(id)`; null when there is nothing to open. */
  readonly subjectId?: Maybe<Scalars['ID']['output']>;
  /** The whole message as plain text. */
  readonly text: Scalars['String']['output'];
  /** One line, in the reader's language. */
  readonly title: Scalars['String']['output'];
};


/** Something a person was told about, in the app. */
export type NotificationTextArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** Something a person was told about, in the app. */
export type NotificationTitleArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** What a notification is about; preferences are kept by this. */
export type NotificationCategory =
  /** The account itself. */
  | 'ACCOUNT'
  /** Chat between buyers and shops. */
  | 'MESSAGES'
  /** Money that was paid, refused or returned. Mandatory. */
  | 'PAYMENTS'
  /** What the person bought. */
  | 'PURCHASES'
  /** What the person's shop sold. */
  | 'SALES'
  /** What proves or endangers an account: links, codes, passwords. Mandatory. */
  | 'SECURITY'
  /** Stock of the person's shop. */
  | 'STOCK'
  /** Videos of the person's shop. */
  | 'VIDEOS';

/** A way to reach a person. */
export type NotificationChannel =
  /** E-mail to the account's address, or to the one given with a guest's order. */
  | 'EMAIL'
  /** The list in the app. */
  | 'IN_APP'
  /** A phone that was proved by a code. */
  | 'SMS'
  /** A Telegram chat that was linked. */
  | 'TELEGRAM'
  /** A browser that registered itself. */
  | 'WEB_PUSH';

/** One cell of the matrix: whether messages of a category take a channel. */
export type NotificationChoice = {
  /** What the messages are about. */
  readonly category: NotificationCategory;
  /** The way they would take. */
  readonly channel: NotificationChannel;
  /** Whether they take it. */
  readonly enabled: Scalars['Boolean']['output'];
  /** True where it cannot be switched off, because a person could not do without. */
  readonly locked: Scalars['Boolean']['output'];
};

/** One choice to make. */
export type NotificationChoiceInput = {
  /** What the messages are about. */
  readonly category: NotificationCategory;
  /** The way they would take. */
  readonly channel: NotificationChannel;
  /** Whether they are to take it. */
  readonly enabled: Scalars['Boolean']['input'];
};

/** A page of a person's notifications, newest first. */
export type NotificationConnection = {
  /** Notifications with their cursors. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** The notifications alone. */
  readonly nodes: ReadonlyArray<Notification>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many are unread in all. */
  readonly unreadCount: Scalars['Int']['output'];
};

/** One message on its way to one person by a channel with a provider behind it. */
export type NotificationDelivery = {
  /** Tries that were answered, and the one under way. */
  readonly attempts: Scalars['Int']['output'];
  /** The way it goes. */
  readonly channel: NotificationChannel;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifier (`stp_…`). */
  readonly id: Scalars['ID']['output'];
  /** Stable name of the message, e.g. `password-reset`. */
  readonly kind: Scalars['String']['output'];
  /** Why the last try failed, or why it waits; never holds the text or an address. */
  readonly lastError?: Maybe<Scalars['String']['output']>;
  /** Tries that were cut off because the process that made them was killed. They are no provider's refusal and use up none of the eight tries. */
  readonly lostTries: Scalars['Int']['output'];
  /** When it is tried next; null when it is over. */
  readonly nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the provider said later, oldest first; not every provider says anything. */
  readonly receipts: ReadonlyArray<NotificationReceipt>;
  /** When the provider took it. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it got. */
  readonly state: NotificationDeliveryState;
  /** What the provider answered, oldest first. */
  readonly tries: ReadonlyArray<NotificationTry>;
};

/** A page of deliveries, newest first. */
export type NotificationDeliveryConnection = {
  /** Deliveries with their cursors. */
  readonly edges: ReadonlyArray<NotificationDeliveryEdge>;
  /** The deliveries alone. */
  readonly nodes: ReadonlyArray<NotificationDelivery>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One delivery in a list. */
export type NotificationDeliveryEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node: NotificationDelivery;
};

/** How far a step of a workflow, or a delivery, got. */
export type NotificationDeliveryState =
  /** Something happened that made it pointless, in time to keep it from going out. */
  | 'CANCELLED'
  /** A timer that ran out, a digest that closed, a budget that was spent. */
  | 'DONE'
  /** Every try failed; it waits for an operator. */
  | 'FAILED'
  /** This channel did not do; the next one took over. */
  | 'FELL_BACK'
  /** Waits for its time or for another try. */
  | 'PENDING'
  /** The provider took it, or it stands in the list in the app. */
  | 'SENT'
  /** Nothing was sent, because there was no reason to (any more); `reason` says why. */
  | 'SKIPPED'
  /** It may have arrived: the provider's answer was lost and a repeat could reach the person twice, or it was cancelled while the provider had it. */
  | 'UNCERTAIN';

/** What was gathered into one message. */
export type NotificationDigest = {
  /** When it closes or closed. */
  readonly closesAt: Scalars['DateTime']['output'];
  /** How many events it holds. */
  readonly events: Scalars['Int']['output'];
  /** Identifier (`dgs_…`). */
  readonly id: Scalars['ID']['output'];
  /** What it gathers by. */
  readonly key: Scalars['String']['output'];
  /** Whether it still gathers. */
  readonly open: Scalars['Boolean']['output'];
  /** When its first event came. */
  readonly opensAt: Scalars['DateTime']['output'];
};

/** One notification in a list. */
export type NotificationEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The notification. */
  readonly node: Notification;
};

/** A person's phone for messages. */
export type NotificationPhone = {
  /** Whether a code proved that it is theirs; until then nothing else is sent to it. */
  readonly confirmed: Scalars['Boolean']['output'];
  /** The end of its number. */
  readonly hint: Scalars['String']['output'];
};

/** What reaches a person, where and when. */
export type NotificationPreferences = {
  /** Every category on every channel. */
  readonly choices: ReadonlyArray<NotificationChoice>;
  /** The phone; null when there is none. */
  readonly phone?: Maybe<NotificationPhone>;
  /** Browsers that get pushes. */
  readonly pushSubscriptions: ReadonlyArray<PushSubscription>;
  /** When nothing but mandatory messages gets through; null when any time will do. */
  readonly quietHours?: Maybe<QuietHours>;
  /** Whether a Telegram chat is linked. */
  readonly telegramLinked: Scalars['Boolean']['output'];
  /** IANA name of the person's time zone; null until it was given. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** Raised by every change; give it as `expectedVersion`. 0 while everything is as it comes. */
  readonly version: Scalars['Int']['output'];
};

/** One such word of a provider. */
export type NotificationReceipt = {
  /** When we heard of it. */
  readonly at: Scalars['DateTime']['output'];
  /** The provider's status code, e.g. `5.1.1`; null when there is none. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** What it says. */
  readonly status: NotificationReceiptStatus;
};

/** What a provider says later about a message it took. */
export type NotificationReceiptStatus =
  /** It will not arrive. */
  | 'BOUNCED'
  /** The reader called it spam. */
  | 'COMPLAINED'
  /** It has not arrived yet; the provider goes on trying. */
  | 'DEFERRED'
  /** It arrived. */
  | 'DELIVERED';

/** One workflow under way, or done, for one person: why, and which steps ran. */
export type NotificationRun = {
  /** What it is about. */
  readonly category: NotificationCategory;
  /** When the event was told. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The digest it is told with; null when it is told alone. */
  readonly digest?: Maybe<NotificationDigest>;
  /** The event that is the reason. */
  readonly eventId: Scalars['ID']['output'];
  /** Identifier (`wfr_…`). */
  readonly id: Scalars['ID']['output'];
  /** Stable name of the message, e.g. `order-shipped`. */
  readonly kind: Scalars['String']['output'];
  /** Who is told: a person (`usr_…`) or, for a guest, an order (`ord_…`). */
  readonly recipientId: Scalars['ID']['output'];
  /** How far it got. */
  readonly state: NotificationRunState;
  /** Its steps, in their order. A run that only told the app has none. */
  readonly steps: ReadonlyArray<NotificationStep>;
  /** Id of what it is about. */
  readonly subjectId?: Maybe<Scalars['ID']['output']>;
};

/** A page of runs, newest first. */
export type NotificationRunConnection = {
  /** Runs with their cursors. */
  readonly edges: ReadonlyArray<NotificationRunEdge>;
  /** The runs alone. */
  readonly nodes: ReadonlyArray<NotificationRun>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One run in a list. */
export type NotificationRunEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The run. */
  readonly node: NotificationRun;
};

/** How far a workflow got for one person. */
export type NotificationRunState =
  /** Something happened that made the rest pointless. */
  | 'CANCELLED'
  /** Another run tells of it together with others. */
  | 'DIGESTED'
  /** Nothing is left to do. */
  | 'DONE'
  /** Steps wait to be done. */
  | 'RUNNING';

/** One step of a workflow's run. */
export type NotificationStep = {
  /** Tries that were answered, and the one under way. */
  readonly attempts: Scalars['Int']['output'];
  /** When it is looked at next; null when it is over. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (`stp_…`); the key a provider drops repeats by. */
  readonly id: Scalars['ID']['output'];
  /** Tries that were cut off because the process that made them was killed. They are no provider's refusal and use up none of the eight tries. */
  readonly lostTries: Scalars['Int']['output'];
  /** Place among the workflow's steps, from 0. Channels that took over from one another share theirs. */
  readonly position: Scalars['Int']['output'];
  /** Why it was put off, skipped or failed. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What the provider said later, oldest first; not every provider says anything. */
  readonly receipts: ReadonlyArray<NotificationReceipt>;
  /** When it ended. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it got. */
  readonly state: NotificationDeliveryState;
  /** What the provider answered, oldest first. */
  readonly tries: ReadonlyArray<NotificationTry>;
  /** What it does. */
  readonly type: NotificationStepType;
};

/** What a step does. */
export type NotificationStepType =
  /** Lets time pass. */
  | 'DELAY'
  /** Gathers what comes with the same key. */
  | 'DIGEST'
  /** Sends an e-mail. */
  | 'EMAIL'
  /** Keeps the message in the app. */
  | 'IN_APP'
  /** Sends an SMS. */
  | 'SMS'
  /** Sends a Telegram message. */
  | 'TELEGRAM'
  /** Goes on only so often. */
  | 'THROTTLE'
  /** Sends a push to the person's browsers. */
  | 'WEB_PUSH';

/** One text of the market: a kind of message on a channel in a language. */
export type NotificationTemplate = {
  /** The text that ships with the market. */
  readonly builtIn: NotificationTemplateContent;
  /** True when people can switch these messages off; a mail then has to contain `{{ unsubscribeUrl }}`. */
  readonly canBeSwitchedOff: Scalars['Boolean']['output'];
  /** What the message is about. */
  readonly category: NotificationCategory;
  /** Where it appears. */
  readonly channel: NotificationChannel;
  /** What is sent now. */
  readonly current: NotificationTemplateContent;
  /** What is being written; null when nothing is. */
  readonly draft?: Maybe<NotificationTemplateDraft>;
  /** Stable name of the message, e.g. `order-shipped`. */
  readonly kind: Scalars['String']['output'];
  /** The language it is in. */
  readonly locale: NotificationTemplateLocale;
  /** The version that is sent; null while the text that ships with the market is. */
  readonly published?: Maybe<NotificationTemplateVersion>;
  /** Grows with every change; give it as `expectedRevision`. 0 before the first. */
  readonly revision: Scalars['Int']['output'];
  /** What it may use. */
  readonly variables: ReadonlyArray<NotificationTemplateVariable>;
  /** Versions, newest first. */
  readonly versions: ReadonlyArray<NotificationTemplateVersion>;
};


/** One text of the market: a kind of message on a channel in a language. */
export type NotificationTemplateVersionsArgs = {
  first?: Scalars['Int']['input'];
};

/** The parts of a template, in Liquid. */
export type NotificationTemplateContent = {
  /** The HTML part of a mail, in MJML; null for a mail of text alone and for other channels. */
  readonly mjml?: Maybe<Scalars['String']['output']>;
  /** Subject of a mail; title elsewhere. SMS and Telegram do not show it. */
  readonly subject: Scalars['String']['output'];
  /** Plain text; of a mail too, beside its HTML. */
  readonly text: Scalars['String']['output'];
};

/** Parts of a template, in Liquid. */
export type NotificationTemplateContentInput = {
  /** The HTML part of a mail, in MJML. At most 100,000 characters. */
  readonly mjml?: InputMaybe<Scalars['String']['input']>;
  /** Subject of a mail; title elsewhere. At most 1,000 characters. */
  readonly subject: Scalars['String']['input'];
  /** Plain text. At most 20,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** What an editor is working on. */
export type NotificationTemplateDraft = {
  /** Its parts. */
  readonly content: NotificationTemplateContent;
  /** What stands against publishing it; empty when it may be. */
  readonly problems: ReadonlyArray<NotificationTemplateProblem>;
  /** When. */
  readonly savedAt: Scalars['DateTime']['output'];
  /** Who saved it last. */
  readonly savedById: Scalars['ID']['output'];
};

/** Languages templates are written in; readers of others get English. */
export type NotificationTemplateLocale =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU';

/** A message as a reader would get it. */
export type NotificationTemplatePreview = {
  /** HTML of a mail; null for other channels and when there are problems. Show it in a sandboxed frame. */
  readonly html?: Maybe<Scalars['String']['output']>;
  /** Why it cannot be written. */
  readonly problems: ReadonlyArray<NotificationTemplateProblem>;
  /** Variables that have their example's value, because nothing real is known of them for this subject. */
  readonly sampled: ReadonlyArray<Scalars['String']['output']>;
  /** Subject, or title; null when there are problems. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** Plain text; null when there are problems. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** What stands against publishing a template. */
export type NotificationTemplateProblem = UserError & {
  /**
   * Stable code: MISSING_SUBJECT, MISSING_PLAIN_TEXT, MISSING_UNSUBSCRIBE_LINK, UNKNOWN_VARIABLE, SYNTAX, MJML,
   * DOES_NOT_RENDER, AMOUNT_WITHOUT_FORMAT, NOT_FOR_CHANNEL.
   */
  readonly code: Scalars['String']['output'];
  /** Column in that line, from 1; null when only the line is known. */
  readonly column?: Maybe<Scalars['Int']['output']>;
  /** The part it is in: `subject`, `text` or `mjml`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** Line in that part, from 1; null when it concerns the whole. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** What is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** Which text of a template to look at. */
export type NotificationTemplateSource =
  /** The text that ships with the market. */
  | 'BUILT_IN'
  /** What is sent now. */
  | 'CURRENT'
  /** What is being written. */
  | 'DRAFT';

/** Something a template may use. */
export type NotificationTemplateVariable = {
  /** What it says. */
  readonly description: Scalars['String']['output'];
  /** An example, as JSON. */
  readonly example: Scalars['String']['output'];
  /** Name between the braces, e.g. `number`. */
  readonly name: Scalars['String']['output'];
  /** True when a message may come without it; ask by `{% if carrier %}`. */
  readonly optional: Scalars['Boolean']['output'];
  /** What it is. */
  readonly type: NotificationTemplateVariableType;
};

/** What a variable of a template is. */
export type NotificationTemplateVariableType =
  /** An address, to be used as it is. */
  | 'LINK'
  /** Several things with parts of their own, which the description names: `{% for line in lines %}{{ line.number }}{% endfor %}`. */
  | 'LIST'
  /** An amount; `{{ total | money }}` writes it in the reader's language. */
  | 'MONEY'
  /** A number; `{{ count | plural: 'order', 'orders' }}` writes the word that fits. */
  | 'NUMBER'
  /** Words, as they are. */
  | 'TEXT';

/** A published text. It never changes. */
export type NotificationTemplateVersion = {
  /** Its parts. */
  readonly content: NotificationTemplateContent;
  /** Identifier (`tpv_…`). */
  readonly id: Scalars['ID']['output'];
  /** Number among the versions of its template, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** Who published it. */
  readonly publishedById: Scalars['ID']['output'];
  /** Number of the version it brought back; null when it was written anew. */
  readonly restoredFrom?: Maybe<Scalars['Int']['output']>;
};

/** One try to hand a message to a provider. */
export type NotificationTry = {
  /** When it ended. */
  readonly at: Scalars['DateTime']['output'];
  /** The provider's status; never an address or a text. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** When the next try was to be made; null when there was to be none. */
  readonly nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  /** Grows from try to try. A number that is missing was put off, or cut off before its answer was written. */
  readonly number: Scalars['Int']['output'];
  /** What the provider said. */
  readonly outcome: NotificationTryOutcome;
  /** The provider's own id of the message, for its receipts. */
  readonly providerId?: Maybe<Scalars['String']['output']>;
};

/** What a provider said to one try. */
export type NotificationTryOutcome =
  /** It took the message. */
  | 'ACCEPTED'
  /** It never will. */
  | 'REFUSED'
  /** It did not, and may later. */
  | 'RETRY'
  /** No answer came after the message was handed over. */
  | 'UNKNOWN';

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

/** The draft to be published. */
export type PublishNotificationTemplateInput = {
  /** Where it appears. */
  readonly channel: NotificationChannel;
  /** The template's `revision` that was looked at. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Stable name of the message. */
  readonly kind: Scalars['String']['input'];
  /** The language it is in. */
  readonly locale: NotificationTemplateLocale;
};

/** The template after publishing. */
export type PublishNotificationTemplatePayload = {
  /** The template; null when refused. */
  readonly template?: Maybe<NotificationTemplate>;
  /** Why it was refused: NO_DRAFT, CHANGED_MEANWHILE, or a `NotificationTemplateProblem` for each thing to repair. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A browser that gets pushes. */
export type PushSubscription = {
  /** Identifier (`pfp_…`). */
  readonly id: Scalars['ID']['output'];
  /** What the person knows it by. */
  readonly label: Scalars['String']['output'];
  /** When it was registered last. */
  readonly registeredAt: Scalars['DateTime']['output'];
};

export type Query = {
  /** Messages that go out and how far they got, for those who run the market. Those that are FAILED are the dead letters. */
  readonly notificationDeliveries: NotificationDeliveryConnection;
  /** What reaches the signed-in person, where and when. */
  readonly notificationPreferences: NotificationPreferences;
  /** Workflows and the steps that ran, newest first, for those who run the market; those that are over are kept for 90 days unless configured otherwise. */
  readonly notificationRuns: NotificationRunConnection;
  /** One text of the market; null when there is no such kind of message. */
  readonly notificationTemplate?: Maybe<NotificationTemplate>;
  /** Texts of the market, for those who run it. */
  readonly notificationTemplates: ReadonlyArray<NotificationTemplate>;
  /** What the signed-in person was told, newest first, as far back as this market keeps it (a year unless it is configured otherwise). */
  readonly notifications: NotificationConnection;
  /** A message as a reader would get it, written with what is known of a real subject at this moment. Nothing is sent. */
  readonly previewNotificationTemplate: NotificationTemplatePreview;
  /**
   * The key a browser subscribes to pushes with: `applicationServerKey` of `PushManager.subscribe`, base64url. Null when
   * this market sends no pushes.
   */
  readonly pushServerKey?: Maybe<Scalars['String']['output']>;
  /** Addresses nothing is sent to any more, for those who run the market. */
  readonly suppressedAddresses: SuppressedAddressConnection;
};


export type QueryNotificationDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<NotificationChannel>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<NotificationDeliveryState>;
};


export type QueryNotificationRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  recipientId?: InputMaybe<Scalars['ID']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryNotificationTemplateArgs = {
  channel: NotificationChannel;
  kind: Scalars['String']['input'];
  locale: NotificationTemplateLocale;
};


export type QueryNotificationTemplatesArgs = {
  channel?: InputMaybe<NotificationChannel>;
  kind?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<NotificationTemplateLocale>;
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: Scalars['Boolean']['input'];
};


export type QueryPreviewNotificationTemplateArgs = {
  channel: NotificationChannel;
  kind: Scalars['String']['input'];
  locale: NotificationTemplateLocale;
  source?: NotificationTemplateSource;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySuppressedAddressesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<NotificationChannel>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Hours in which only mandatory messages get through, by the clock on the person's wall. The list in the app is silent anyway. */
export type QuietHours = {
  /** First minute, e.g. `22:00`. */
  readonly from: Scalars['String']['output'];
  /** When they end, e.g. `08:00`; may lie before `from`, and then the hours go over midnight. */
  readonly to: Scalars['String']['output'];
};

/** Quiet hours to keep, in the person's time zone. */
export type QuietHoursInput = {
  /** First minute, as `HH:MM`. */
  readonly from: Scalars['String']['input'];
  /** When they end, as `HH:MM`; not the same as `from`. */
  readonly to: Scalars['String']['input'];
};

/** What a browser's `PushSubscription.toJSON()` holds. */
export type RegisterPushSubscriptionInput = {
  /** `keys.auth`, the shared secret. */
  readonly auth: Scalars['String']['input'];
  /** Where pushes for this browser are posted. */
  readonly endpoint: Scalars['String']['input'];
  /** What the person knows the browser by, at most 100 characters. */
  readonly label: Scalars['String']['input'];
  /** `keys.p256dh`, the browser's public key. */
  readonly p256dh: Scalars['String']['input'];
};

/** The browser that gets pushes from now on. */
export type RegisterPushSubscriptionPayload = {
  /** The subscription; null when refused. */
  readonly pushSubscription?: Maybe<PushSubscription>;
  /** Why it was refused: NOT_A_PUSH_SERVICE, LABEL_TOO_LONG. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of the request. */
export type RemoveNotificationPhonePayload = {
  /** Whether the phone is forgotten; false when there was none. */
  readonly removed: Scalars['Boolean']['output'];
};

/** Which browser to forget. */
export type RemovePushSubscriptionInput = {
  /** Id of one of the person's own subscriptions. */
  readonly pushSubscriptionId: Scalars['ID']['input'];
};

/** What became of the request. */
export type RemovePushSubscriptionPayload = {
  /** Whether it gets no more pushes; false when refused. */
  readonly removed: Scalars['Boolean']['output'];
  /** Why it was refused: NOT_FOUND. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which failed deliveries to try again; all conditions must hold. */
export type ReplayNotificationDeliveriesInput = {
  /** Only those on this channel. */
  readonly channel?: InputMaybe<NotificationChannel>;
  /** Only those that failed at or after this time. */
  readonly failedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those that failed before this time. */
  readonly failedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those of this kind of message. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** At most so many, oldest first; up to 10,000. */
  readonly limit?: Scalars['Int']['input'];
};

/** What was put back on its way. */
export type ReplayNotificationDeliveriesPayload = {
  /** How many deliveries wait again. */
  readonly replayedCount: Scalars['Int']['output'];
  /** Why it was refused: LIMIT_TOO_HIGH. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which delivery to try again. */
export type RetryNotificationDeliveryInput = {
  /** Id of a delivery that failed. */
  readonly deliveryId: Scalars['ID']['input'];
};

/** The delivery after the request. */
export type RetryNotificationDeliveryPayload = {
  /** The delivery, waiting again; null when refused. */
  readonly delivery?: Maybe<NotificationDelivery>;
  /** Why it was refused: NOT_FAILED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to go back to. */
export type RevertNotificationTemplateInput = {
  /** Where it appears. */
  readonly channel: NotificationChannel;
  /** The template's `revision` that was looked at. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Stable name of the message. */
  readonly kind: Scalars['String']['input'];
  /** The language it is in. */
  readonly locale: NotificationTemplateLocale;
  /** Number of the version to bring back; null for the text that ships with the market. */
  readonly toVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The template after going back. */
export type RevertNotificationTemplatePayload = {
  /** The template; null when refused. */
  readonly template?: Maybe<NotificationTemplate>;
  /** Why it was refused: NO_SUCH_VERSION, CHANGED_MEANWHILE, or what keeps the version from being sent today. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A draft to be kept. */
export type SaveNotificationTemplateDraftInput = {
  /** Where it appears. */
  readonly channel: NotificationChannel;
  /** Its parts; null throws the draft away. */
  readonly content?: InputMaybe<NotificationTemplateContentInput>;
  /** The template's `revision` that was read before editing. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Stable name of the message. */
  readonly kind: Scalars['String']['input'];
  /** The language it is in. */
  readonly locale: NotificationTemplateLocale;
};

/** The template with the draft. */
export type SaveNotificationTemplateDraftPayload = {
  /** The template; null when refused. A draft may have problems, see `draft.problems`. */
  readonly template?: Maybe<NotificationTemplate>;
  /** Why it was refused: CHANGED_MEANWHILE, TOO_LONG. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The number to send messages to. */
export type SetNotificationPhoneInput = {
  /** The number with its country code, e.g. `+7 912 345-67-89`. */
  readonly phone: Scalars['String']['input'];
};

/** The phone a code is on its way to. */
export type SetNotificationPhonePayload = {
  /** The phone, not proved yet; null when refused. */
  readonly phone?: Maybe<NotificationPhone>;
  /** Why it was refused: NOT_A_PHONE, TOO_MANY_CODES, NO_SMS. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Subscription = {
  /**
   * What the signed-in person is told, in order and without gaps: give the last `sequence` you saw as `afterSequence`
   * and what was missed comes first. Left out, it starts with what comes next.
   */
  readonly notificationAdded: Notification;
};


export type SubscriptionNotificationAddedArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
};

/** An address nothing is sent to. The address itself is not kept. */
export type SuppressedAddress = {
  /** The channel it belongs to. */
  readonly channel: NotificationChannel;
  /** Since when. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Enough to recognise it, e.g. `b…@example.com`. */
  readonly hint: Scalars['String']['output'];
  /** Why. */
  readonly reason: SuppressionReason;
};

/** A page of suppressed addresses, newest first. */
export type SuppressedAddressConnection = {
  /** Addresses with their cursors. */
  readonly edges: ReadonlyArray<SuppressedAddressEdge>;
  /** The addresses alone. */
  readonly nodes: ReadonlyArray<SuppressedAddress>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** One suppressed address in a list. */
export type SuppressedAddressEdge = {
  /** Where it stands in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The address. */
  readonly node: SuppressedAddress;
};

/** Why nothing is sent to an address any more. */
export type SuppressionReason =
  /** Mail to it came back. */
  | 'BOUNCE'
  /** Its owner called a message spam. */
  | 'COMPLAINT'
  /** The provider says that it does not exist any more. */
  | 'DEAD'
  /** An operator decided so. */
  | 'OPERATOR';

/** What became of the request. */
export type UnlinkTelegramPayload = {
  /** Whether the chat is forgotten; false when none was linked. */
  readonly unlinked: Scalars['Boolean']['output'];
};

/** Which address may be written to again. */
export type UnsuppressAddressInput = {
  /** The address in full. */
  readonly address: Scalars['String']['input'];
  /** The channel it belongs to. */
  readonly channel: NotificationChannel;
};

/** What became of the request. */
export type UnsuppressAddressPayload = {
  /** Whether it may be written to again; false when refused. */
  readonly unsuppressed: Scalars['Boolean']['output'];
  /** Why it was refused: NOT_SUPPRESSED. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to change; what is left out stays as it is. */
export type UpdateNotificationPreferencesInput = {
  /** Choices to make, at most 100. */
  readonly choices?: InputMaybe<ReadonlyArray<NotificationChoiceInput>>;
  /** The version the person saw. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Quiet hours; null ends them. */
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  /** IANA name of a time zone, e.g. `Europe/Moscow`; null forgets it together with the quiet hours. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** The preferences after the request. */
export type UpdateNotificationPreferencesPayload = {
  /** The preferences; null when refused. */
  readonly preferences?: Maybe<NotificationPreferences>;
  /** Why it was refused: CHANGED_MEANWHILE, CANNOT_BE_SWITCHED_OFF, TIME_ZONE_UNKNOWN, TIME_ZONE_NEEDED, NOT_A_TIME, QUIET_ALL_DAY, TOO_MANY_CHOICES. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  Notification: Notification;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image: never;
  Node: ( NotificationMapper );
  UserError:
    | ( NotificationTemplateProblemMapper )
    | ( KitRefusal )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  ConfirmNotificationPhoneInput: ConfirmNotificationPhoneInput;
  ConfirmNotificationPhonePayload: ResolverTypeWrapper<Omit<ConfirmNotificationPhonePayload, 'phone' | 'userErrors'> & { phone?: Maybe<ResolversTypes['NotificationPhone']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ImageFormat: ImageFormat;
  LinkTelegramPayload: ResolverTypeWrapper<Omit<LinkTelegramPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: ResolverTypeWrapper<Omit<MarkNotificationsReadPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
  NotificationCategory: NotificationCategory;
  NotificationChannel: NotificationChannel;
  NotificationChoice: ResolverTypeWrapper<NotificationChoice>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NotificationChoiceInput: NotificationChoiceInput;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionMapper>;
  NotificationDelivery: ResolverTypeWrapper<NotificationDeliveryMapper>;
  NotificationDeliveryConnection: ResolverTypeWrapper<NotificationDeliveryConnectionMapper>;
  NotificationDeliveryEdge: ResolverTypeWrapper<Omit<NotificationDeliveryEdge, 'node'> & { node: ResolversTypes['NotificationDelivery'] }>;
  NotificationDeliveryState: NotificationDeliveryState;
  NotificationDigest: ResolverTypeWrapper<NotificationDigest>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationPhone: ResolverTypeWrapper<NotificationPhoneMapper>;
  NotificationPreferences: ResolverTypeWrapper<NotificationPreferencesMapper>;
  NotificationReceipt: ResolverTypeWrapper<NotificationReceipt>;
  NotificationReceiptStatus: NotificationReceiptStatus;
  NotificationRun: ResolverTypeWrapper<NotificationRunMapper>;
  NotificationRunConnection: ResolverTypeWrapper<NotificationRunConnectionMapper>;
  NotificationRunEdge: ResolverTypeWrapper<Omit<NotificationRunEdge, 'node'> & { node: ResolversTypes['NotificationRun'] }>;
  NotificationRunState: NotificationRunState;
  NotificationStep: ResolverTypeWrapper<NotificationStepMapper>;
  NotificationStepType: NotificationStepType;
  NotificationTemplate: ResolverTypeWrapper<NotificationTemplateMapper>;
  NotificationTemplateContent: ResolverTypeWrapper<NotificationTemplateContent>;
  NotificationTemplateContentInput: NotificationTemplateContentInput;
  NotificationTemplateDraft: ResolverTypeWrapper<NotificationTemplateDraftMapper>;
  NotificationTemplateLocale: NotificationTemplateLocale;
  NotificationTemplatePreview: ResolverTypeWrapper<Omit<NotificationTemplatePreview, 'problems'> & { problems: ReadonlyArray<ResolversTypes['NotificationTemplateProblem']> }>;
  NotificationTemplateProblem: ResolverTypeWrapper<NotificationTemplateProblemMapper>;
  NotificationTemplateSource: NotificationTemplateSource;
  NotificationTemplateVariable: ResolverTypeWrapper<NotificationTemplateVariableMapper>;
  NotificationTemplateVariableType: NotificationTemplateVariableType;
  NotificationTemplateVersion: ResolverTypeWrapper<NotificationTemplateVersionMapper>;
  NotificationTry: ResolverTypeWrapper<NotificationTry>;
  NotificationTryOutcome: NotificationTryOutcome;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  PublishNotificationTemplateInput: PublishNotificationTemplateInput;
  PublishNotificationTemplatePayload: ResolverTypeWrapper<Omit<PublishNotificationTemplatePayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PushSubscription: ResolverTypeWrapper<PushSubscriptionMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuietHours: ResolverTypeWrapper<QuietHours>;
  QuietHoursInput: QuietHoursInput;
  RegisterPushSubscriptionInput: RegisterPushSubscriptionInput;
  RegisterPushSubscriptionPayload: ResolverTypeWrapper<Omit<RegisterPushSubscriptionPayload, 'pushSubscription' | 'userErrors'> & { pushSubscription?: Maybe<ResolversTypes['PushSubscription']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RemoveNotificationPhonePayload: ResolverTypeWrapper<RemoveNotificationPhonePayload>;
  RemovePushSubscriptionInput: RemovePushSubscriptionInput;
  RemovePushSubscriptionPayload: ResolverTypeWrapper<Omit<RemovePushSubscriptionPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReplayNotificationDeliveriesInput: ReplayNotificationDeliveriesInput;
  ReplayNotificationDeliveriesPayload: ResolverTypeWrapper<Omit<ReplayNotificationDeliveriesPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RetryNotificationDeliveryInput: RetryNotificationDeliveryInput;
  RetryNotificationDeliveryPayload: ResolverTypeWrapper<Omit<RetryNotificationDeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversTypes['NotificationDelivery']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevertNotificationTemplateInput: RevertNotificationTemplateInput;
  RevertNotificationTemplatePayload: ResolverTypeWrapper<Omit<RevertNotificationTemplatePayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SaveNotificationTemplateDraftInput: SaveNotificationTemplateDraftInput;
  SaveNotificationTemplateDraftPayload: ResolverTypeWrapper<Omit<SaveNotificationTemplateDraftPayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  SetNotificationPhoneInput: SetNotificationPhoneInput;
  SetNotificationPhonePayload: ResolverTypeWrapper<Omit<SetNotificationPhonePayload, 'phone' | 'userErrors'> & { phone?: Maybe<ResolversTypes['NotificationPhone']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuppressedAddress: ResolverTypeWrapper<SuppressedAddressMapper>;
  SuppressedAddressConnection: ResolverTypeWrapper<SuppressedAddressConnectionMapper>;
  SuppressedAddressEdge: ResolverTypeWrapper<Omit<SuppressedAddressEdge, 'node'> & { node: ResolversTypes['SuppressedAddress'] }>;
  SuppressionReason: SuppressionReason;
  UnlinkTelegramPayload: ResolverTypeWrapper<UnlinkTelegramPayload>;
  UnsuppressAddressInput: UnsuppressAddressInput;
  UnsuppressAddressPayload: ResolverTypeWrapper<Omit<UnsuppressAddressPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: ResolverTypeWrapper<Omit<UpdateNotificationPreferencesPayload, 'preferences' | 'userErrors'> & { preferences?: Maybe<ResolversTypes['NotificationPreferences']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BigInt: Scalars['BigInt']['output'];
  ConfirmNotificationPhoneInput: ConfirmNotificationPhoneInput;
  ConfirmNotificationPhonePayload: Omit<ConfirmNotificationPhonePayload, 'phone' | 'userErrors'> & { phone?: Maybe<ResolversParentTypes['NotificationPhone']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  Int: Scalars['Int']['output'];
  LinkTelegramPayload: Omit<LinkTelegramPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Locale: Scalars['Locale']['output'];
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: Omit<MarkNotificationsReadPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Notification: NotificationMapper;
  NotificationChoice: NotificationChoice;
  Boolean: Scalars['Boolean']['output'];
  NotificationChoiceInput: NotificationChoiceInput;
  NotificationConnection: NotificationConnectionMapper;
  NotificationDelivery: NotificationDeliveryMapper;
  NotificationDeliveryConnection: NotificationDeliveryConnectionMapper;
  NotificationDeliveryEdge: Omit<NotificationDeliveryEdge, 'node'> & { node: ResolversParentTypes['NotificationDelivery'] };
  NotificationDigest: NotificationDigest;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationPhone: NotificationPhoneMapper;
  NotificationPreferences: NotificationPreferencesMapper;
  NotificationReceipt: NotificationReceipt;
  NotificationRun: NotificationRunMapper;
  NotificationRunConnection: NotificationRunConnectionMapper;
  NotificationRunEdge: Omit<NotificationRunEdge, 'node'> & { node: ResolversParentTypes['NotificationRun'] };
  NotificationStep: NotificationStepMapper;
  NotificationTemplate: NotificationTemplateMapper;
  NotificationTemplateContent: NotificationTemplateContent;
  NotificationTemplateContentInput: NotificationTemplateContentInput;
  NotificationTemplateDraft: NotificationTemplateDraftMapper;
  NotificationTemplatePreview: Omit<NotificationTemplatePreview, 'problems'> & { problems: ReadonlyArray<ResolversParentTypes['NotificationTemplateProblem']> };
  NotificationTemplateProblem: NotificationTemplateProblemMapper;
  NotificationTemplateVariable: NotificationTemplateVariableMapper;
  NotificationTemplateVersion: NotificationTemplateVersionMapper;
  NotificationTry: NotificationTry;
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  PublishNotificationTemplateInput: PublishNotificationTemplateInput;
  PublishNotificationTemplatePayload: Omit<PublishNotificationTemplatePayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversParentTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PushSubscription: PushSubscriptionMapper;
  Query: Record<PropertyKey, never>;
  QuietHours: QuietHours;
  QuietHoursInput: QuietHoursInput;
  RegisterPushSubscriptionInput: RegisterPushSubscriptionInput;
  RegisterPushSubscriptionPayload: Omit<RegisterPushSubscriptionPayload, 'pushSubscription' | 'userErrors'> & { pushSubscription?: Maybe<ResolversParentTypes['PushSubscription']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RemoveNotificationPhonePayload: RemoveNotificationPhonePayload;
  RemovePushSubscriptionInput: RemovePushSubscriptionInput;
  RemovePushSubscriptionPayload: Omit<RemovePushSubscriptionPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReplayNotificationDeliveriesInput: ReplayNotificationDeliveriesInput;
  ReplayNotificationDeliveriesPayload: Omit<ReplayNotificationDeliveriesPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RetryNotificationDeliveryInput: RetryNotificationDeliveryInput;
  RetryNotificationDeliveryPayload: Omit<RetryNotificationDeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversParentTypes['NotificationDelivery']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevertNotificationTemplateInput: RevertNotificationTemplateInput;
  RevertNotificationTemplatePayload: Omit<RevertNotificationTemplatePayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversParentTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SaveNotificationTemplateDraftInput: SaveNotificationTemplateDraftInput;
  SaveNotificationTemplateDraftPayload: Omit<SaveNotificationTemplateDraftPayload, 'template' | 'userErrors'> & { template?: Maybe<ResolversParentTypes['NotificationTemplate']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  SetNotificationPhoneInput: SetNotificationPhoneInput;
  SetNotificationPhonePayload: Omit<SetNotificationPhonePayload, 'phone' | 'userErrors'> & { phone?: Maybe<ResolversParentTypes['NotificationPhone']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Subscription: Record<PropertyKey, never>;
  SuppressedAddress: SuppressedAddressMapper;
  SuppressedAddressConnection: SuppressedAddressConnectionMapper;
  SuppressedAddressEdge: Omit<SuppressedAddressEdge, 'node'> & { node: ResolversParentTypes['SuppressedAddress'] };
  UnlinkTelegramPayload: UnlinkTelegramPayload;
  UnsuppressAddressInput: UnsuppressAddressInput;
  UnsuppressAddressPayload: Omit<UnsuppressAddressPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UpdateNotificationPreferencesInput: UpdateNotificationPreferencesInput;
  UpdateNotificationPreferencesPayload: Omit<UpdateNotificationPreferencesPayload, 'preferences' | 'userErrors'> & { preferences?: Maybe<ResolversParentTypes['NotificationPreferences']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
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

export type ConfirmNotificationPhonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmNotificationPhonePayload'] = ResolversParentTypes['ConfirmNotificationPhonePayload']> = {
  phone?: Resolver<Maybe<ResolversTypes['NotificationPhone']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type LinkTelegramPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkTelegramPayload'] = ResolversParentTypes['LinkTelegramPayload']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MarkNotificationsReadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  markedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  confirmNotificationPhone?: Resolver<ResolversTypes['ConfirmNotificationPhonePayload'], ParentType, ContextType, RequireFields<MutationConfirmNotificationPhoneArgs, 'input'>>;
  linkTelegram?: Resolver<ResolversTypes['LinkTelegramPayload'], ParentType, ContextType>;
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
  publishNotificationTemplate?: Resolver<ResolversTypes['PublishNotificationTemplatePayload'], ParentType, ContextType, RequireFields<MutationPublishNotificationTemplateArgs, 'input'>>;
  registerPushSubscription?: Resolver<ResolversTypes['RegisterPushSubscriptionPayload'], ParentType, ContextType, RequireFields<MutationRegisterPushSubscriptionArgs, 'input'>>;
  removeNotificationPhone?: Resolver<ResolversTypes['RemoveNotificationPhonePayload'], ParentType, ContextType>;
  removePushSubscription?: Resolver<ResolversTypes['RemovePushSubscriptionPayload'], ParentType, ContextType, RequireFields<MutationRemovePushSubscriptionArgs, 'input'>>;
  replayNotificationDeliveries?: Resolver<ResolversTypes['ReplayNotificationDeliveriesPayload'], ParentType, ContextType, RequireFields<MutationReplayNotificationDeliveriesArgs, 'input'>>;
  retryNotificationDelivery?: Resolver<ResolversTypes['RetryNotificationDeliveryPayload'], ParentType, ContextType, RequireFields<MutationRetryNotificationDeliveryArgs, 'input'>>;
  revertNotificationTemplate?: Resolver<ResolversTypes['RevertNotificationTemplatePayload'], ParentType, ContextType, RequireFields<MutationRevertNotificationTemplateArgs, 'input'>>;
  saveNotificationTemplateDraft?: Resolver<ResolversTypes['SaveNotificationTemplateDraftPayload'], ParentType, ContextType, RequireFields<MutationSaveNotificationTemplateDraftArgs, 'input'>>;
  setNotificationPhone?: Resolver<ResolversTypes['SetNotificationPhonePayload'], ParentType, ContextType, RequireFields<MutationSetNotificationPhoneArgs, 'input'>>;
  unlinkTelegram?: Resolver<ResolversTypes['UnlinkTelegramPayload'], ParentType, ContextType>;
  unsuppressAddress?: Resolver<ResolversTypes['UnsuppressAddressPayload'], ParentType, ContextType, RequireFields<MutationUnsuppressAddressArgs, 'input'>>;
  updateNotificationPreferences?: Resolver<ResolversTypes['UpdateNotificationPreferencesPayload'], ParentType, ContextType, RequireFields<MutationUpdateNotificationPreferencesArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Notification', ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<ResolversTypes['NotificationCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<NotificationTextArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<NotificationTitleArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationChoice'] = ResolversParentTypes['NotificationChoice']> = {
  category?: Resolver<ResolversTypes['NotificationCategory'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDelivery'] = ResolversParentTypes['NotificationDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lostTries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receipts?: Resolver<ReadonlyArray<ResolversTypes['NotificationReceipt']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NotificationDeliveryState'], ParentType, ContextType>;
  tries?: Resolver<ReadonlyArray<ResolversTypes['NotificationTry']>, ParentType, ContextType>;
};

export type NotificationDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDeliveryConnection'] = ResolversParentTypes['NotificationDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NotificationDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDeliveryEdge'] = ResolversParentTypes['NotificationDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NotificationDelivery'], ParentType, ContextType>;
};

export type NotificationDigestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationDigest'] = ResolversParentTypes['NotificationDigest']> = {
  closesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationPhoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPhone'] = ResolversParentTypes['NotificationPhone']> = {
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationPreferences'] = ResolversParentTypes['NotificationPreferences']> = {
  choices?: Resolver<ReadonlyArray<ResolversTypes['NotificationChoice']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['NotificationPhone']>, ParentType, ContextType>;
  pushSubscriptions?: Resolver<ReadonlyArray<ResolversTypes['PushSubscription']>, ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
  telegramLinked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationReceipt'] = ResolversParentTypes['NotificationReceipt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NotificationReceiptStatus'], ParentType, ContextType>;
};

export type NotificationRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationRun'] = ResolversParentTypes['NotificationRun']> = {
  category?: Resolver<ResolversTypes['NotificationCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['NotificationDigest']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipientId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NotificationRunState'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['NotificationStep']>, ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type NotificationRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationRunConnection'] = ResolversParentTypes['NotificationRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NotificationRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationRunEdge'] = ResolversParentTypes['NotificationRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NotificationRun'], ParentType, ContextType>;
};

export type NotificationStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationStep'] = ResolversParentTypes['NotificationStep']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lostTries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receipts?: Resolver<ReadonlyArray<ResolversTypes['NotificationReceipt']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NotificationDeliveryState'], ParentType, ContextType>;
  tries?: Resolver<ReadonlyArray<ResolversTypes['NotificationTry']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['NotificationStepType'], ParentType, ContextType>;
};

export type NotificationTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplate'] = ResolversParentTypes['NotificationTemplate']> = {
  builtIn?: Resolver<ResolversTypes['NotificationTemplateContent'], ParentType, ContextType>;
  canBeSwitchedOff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['NotificationCategory'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['NotificationTemplateContent'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['NotificationTemplateDraft']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['NotificationTemplateLocale'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['NotificationTemplateVersion']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variables?: Resolver<ReadonlyArray<ResolversTypes['NotificationTemplateVariable']>, ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['NotificationTemplateVersion']>, ParentType, ContextType, RequireFields<NotificationTemplateVersionsArgs, 'first'>>;
};

export type NotificationTemplateContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplateContent'] = ResolversParentTypes['NotificationTemplateContent']> = {
  mjml?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationTemplateDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplateDraft'] = ResolversParentTypes['NotificationTemplateDraft']> = {
  content?: Resolver<ResolversTypes['NotificationTemplateContent'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['NotificationTemplateProblem']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  savedById?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type NotificationTemplatePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplatePreview'] = ResolversParentTypes['NotificationTemplatePreview']> = {
  html?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['NotificationTemplateProblem']>, ParentType, ContextType>;
  sampled?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NotificationTemplateProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplateProblem'] = ResolversParentTypes['NotificationTemplateProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationTemplateVariableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplateVariable'] = ResolversParentTypes['NotificationTemplateVariable']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  optional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['NotificationTemplateVariableType'], ParentType, ContextType>;
};

export type NotificationTemplateVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTemplateVersion'] = ResolversParentTypes['NotificationTemplateVersion']> = {
  content?: Resolver<ResolversTypes['NotificationTemplateContent'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedById?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restoredFrom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationTryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationTry'] = ResolversParentTypes['NotificationTry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextTryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['NotificationTryOutcome'], ParentType, ContextType>;
  providerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type PublishNotificationTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishNotificationTemplatePayload'] = ResolversParentTypes['PublishNotificationTemplatePayload']> = {
  template?: Resolver<Maybe<ResolversTypes['NotificationTemplate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PushSubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PushSubscription'] = ResolversParentTypes['PushSubscription']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  notificationDeliveries?: Resolver<ResolversTypes['NotificationDeliveryConnection'], ParentType, ContextType, Partial<QueryNotificationDeliveriesArgs>>;
  notificationPreferences?: Resolver<ResolversTypes['NotificationPreferences'], ParentType, ContextType>;
  notificationRuns?: Resolver<ResolversTypes['NotificationRunConnection'], ParentType, ContextType, Partial<QueryNotificationRunsArgs>>;
  notificationTemplate?: Resolver<Maybe<ResolversTypes['NotificationTemplate']>, ParentType, ContextType, RequireFields<QueryNotificationTemplateArgs, 'channel' | 'kind' | 'locale'>>;
  notificationTemplates?: Resolver<ReadonlyArray<ResolversTypes['NotificationTemplate']>, ParentType, ContextType, Partial<QueryNotificationTemplatesArgs>>;
  notifications?: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, RequireFields<QueryNotificationsArgs, 'unreadOnly'>>;
  previewNotificationTemplate?: Resolver<ResolversTypes['NotificationTemplatePreview'], ParentType, ContextType, RequireFields<QueryPreviewNotificationTemplateArgs, 'channel' | 'kind' | 'locale' | 'source'>>;
  pushServerKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suppressedAddresses?: Resolver<ResolversTypes['SuppressedAddressConnection'], ParentType, ContextType, Partial<QuerySuppressedAddressesArgs>>;
};

export type QuietHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegisterPushSubscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPushSubscriptionPayload'] = ResolversParentTypes['RegisterPushSubscriptionPayload']> = {
  pushSubscription?: Resolver<Maybe<ResolversTypes['PushSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveNotificationPhonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveNotificationPhonePayload'] = ResolversParentTypes['RemoveNotificationPhonePayload']> = {
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RemovePushSubscriptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePushSubscriptionPayload'] = ResolversParentTypes['RemovePushSubscriptionPayload']> = {
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayNotificationDeliveriesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayNotificationDeliveriesPayload'] = ResolversParentTypes['ReplayNotificationDeliveriesPayload']> = {
  replayedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryNotificationDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryNotificationDeliveryPayload'] = ResolversParentTypes['RetryNotificationDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['NotificationDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevertNotificationTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevertNotificationTemplatePayload'] = ResolversParentTypes['RevertNotificationTemplatePayload']> = {
  template?: Resolver<Maybe<ResolversTypes['NotificationTemplate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveNotificationTemplateDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveNotificationTemplateDraftPayload'] = ResolversParentTypes['SaveNotificationTemplateDraftPayload']> = {
  template?: Resolver<Maybe<ResolversTypes['NotificationTemplate']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetNotificationPhonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetNotificationPhonePayload'] = ResolversParentTypes['SetNotificationPhonePayload']> = {
  phone?: Resolver<Maybe<ResolversTypes['NotificationPhone']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationAdded?: SubscriptionResolver<ResolversTypes['Notification'], "notificationAdded", ParentType, ContextType, Partial<SubscriptionNotificationAddedArgs>>;
};

export type SuppressedAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuppressedAddress'] = ResolversParentTypes['SuppressedAddress']> = {
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SuppressionReason'], ParentType, ContextType>;
};

export type SuppressedAddressConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuppressedAddressConnection'] = ResolversParentTypes['SuppressedAddressConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SuppressedAddressEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SuppressedAddress']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SuppressedAddressEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuppressedAddressEdge'] = ResolversParentTypes['SuppressedAddressEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SuppressedAddress'], ParentType, ContextType>;
};

export type UnlinkTelegramPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnlinkTelegramPayload'] = ResolversParentTypes['UnlinkTelegramPayload']> = {
  unlinked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UnsuppressAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnsuppressAddressPayload'] = ResolversParentTypes['UnsuppressAddressPayload']> = {
  unsuppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateNotificationPreferencesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationPreferencesPayload'] = ResolversParentTypes['UpdateNotificationPreferencesPayload']> = {
  preferences?: Resolver<Maybe<ResolversTypes['NotificationPreferences']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'NotificationTemplateProblem' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  BigInt?: GraphQLScalarType;
  ConfirmNotificationPhonePayload?: ConfirmNotificationPhonePayloadResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  LinkTelegramPayload?: LinkTelegramPayloadResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationChoice?: NotificationChoiceResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationDelivery?: NotificationDeliveryResolvers<ContextType>;
  NotificationDeliveryConnection?: NotificationDeliveryConnectionResolvers<ContextType>;
  NotificationDeliveryEdge?: NotificationDeliveryEdgeResolvers<ContextType>;
  NotificationDigest?: NotificationDigestResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationPhone?: NotificationPhoneResolvers<ContextType>;
  NotificationPreferences?: NotificationPreferencesResolvers<ContextType>;
  NotificationReceipt?: NotificationReceiptResolvers<ContextType>;
  NotificationRun?: NotificationRunResolvers<ContextType>;
  NotificationRunConnection?: NotificationRunConnectionResolvers<ContextType>;
  NotificationRunEdge?: NotificationRunEdgeResolvers<ContextType>;
  NotificationStep?: NotificationStepResolvers<ContextType>;
  NotificationTemplate?: NotificationTemplateResolvers<ContextType>;
  NotificationTemplateContent?: NotificationTemplateContentResolvers<ContextType>;
  NotificationTemplateDraft?: NotificationTemplateDraftResolvers<ContextType>;
  NotificationTemplatePreview?: NotificationTemplatePreviewResolvers<ContextType>;
  NotificationTemplateProblem?: NotificationTemplateProblemResolvers<ContextType>;
  NotificationTemplateVariable?: NotificationTemplateVariableResolvers<ContextType>;
  NotificationTemplateVersion?: NotificationTemplateVersionResolvers<ContextType>;
  NotificationTry?: NotificationTryResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  PublishNotificationTemplatePayload?: PublishNotificationTemplatePayloadResolvers<ContextType>;
  PushSubscription?: PushSubscriptionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuietHours?: QuietHoursResolvers<ContextType>;
  RegisterPushSubscriptionPayload?: RegisterPushSubscriptionPayloadResolvers<ContextType>;
  RemoveNotificationPhonePayload?: RemoveNotificationPhonePayloadResolvers<ContextType>;
  RemovePushSubscriptionPayload?: RemovePushSubscriptionPayloadResolvers<ContextType>;
  ReplayNotificationDeliveriesPayload?: ReplayNotificationDeliveriesPayloadResolvers<ContextType>;
  RetryNotificationDeliveryPayload?: RetryNotificationDeliveryPayloadResolvers<ContextType>;
  RevertNotificationTemplatePayload?: RevertNotificationTemplatePayloadResolvers<ContextType>;
  SaveNotificationTemplateDraftPayload?: SaveNotificationTemplateDraftPayloadResolvers<ContextType>;
  SetNotificationPhonePayload?: SetNotificationPhonePayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuppressedAddress?: SuppressedAddressResolvers<ContextType>;
  SuppressedAddressConnection?: SuppressedAddressConnectionResolvers<ContextType>;
  SuppressedAddressEdge?: SuppressedAddressEdgeResolvers<ContextType>;
  UnlinkTelegramPayload?: UnlinkTelegramPayloadResolvers<ContextType>;
  UnsuppressAddressPayload?: UnsuppressAddressPayloadResolvers<ContextType>;
  UpdateNotificationPreferencesPayload?: UpdateNotificationPreferencesPayloadResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
