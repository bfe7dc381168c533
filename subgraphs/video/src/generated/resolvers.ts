import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as KitMoney } from '@vitrina/platform/money';
import type { Refusal as KitRefusal } from '@vitrina/platform/result';
import type { UploadTicket as KitUploadTicket } from '@vitrina/platform/uploads';
import type { VideoMapper, VideoPlaybackMapper, VideoRenditionMapper, VideoThumbnailMapper, VideoCaptionMapper, VideoProductTagMapper, VideoProgressMapper, VideoConnectionMapper, FailedVideoWorkMapper, ShopMapper, ProductMapper, ProductVariantMapper, VideoLandingMapper, VideoLandingConnectionMapper, LandingDraftMapper, LandingSeoMapper, LandingVersionMapper, LandingTemplateMapper, LandingImageMapper, LandingSectionMapper, HeroVideoSectionMapper, ProductGridSectionMapper, TextSectionMapper, GallerySectionMapper, ReviewsSectionMapper, CountdownSectionMapper, FaqSectionMapper, CtaSectionMapper, VideoCostModelMapper, VideoProviderCostMapper, VideoPricePointMapper, VideoPriceTierMapper, LiveStreamMapper } from '../mappers.ts';
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

/** An uploaded picture. */
export type AttachLandingImageInput = {
  /** What is to be seen, 1 to 200 characters. */
  readonly alt: Scalars['String']['input'];
  /** The page it is for. */
  readonly landingId: Scalars['ID']['input'];
  /** The upload (`upl_…`). */
  readonly uploadId: Scalars['ID']['input'];
};

/** A picture taken for a page. */
export type AttachLandingImagePayload = {
  /** The picture, still being worked on; null when refused. */
  readonly image?: Maybe<LandingImage>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which still is to be the poster. */
export type ChooseVideoThumbnailInput = {
  /** A second of the video; its frame is taken. */
  readonly atSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** One of `Video.thumbnails`. */
  readonly thumbnailId?: InputMaybe<Scalars['ID']['input']>;
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
};

/** A clock that runs down. */
export type CountdownSection = LandingSection & {
  /** What is shown once it has run down. */
  readonly endedText: Scalars['String']['output'];
  /** The moment it runs to; null in an unfinished draft only. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
};

/** A clock that runs down. */
export type CountdownSectionInput = {
  /** What is shown once it has run down, 1 to 200 characters. */
  readonly endedText: Scalars['String']['input'];
  /** The moment it runs to; needed for publishing. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A picture to be uploaded. */
export type CreateLandingImageUploadInput = {
  /** Name of the file as you have it. */
  readonly fileName: Scalars['String']['input'];
  /** The page it is for. */
  readonly landingId: Scalars['ID']['input'];
  /** Size of the file in bytes, at most 20 MiB. */
  readonly sizeBytes: Scalars['Int']['input'];
};

/** An opened upload. */
export type CreateLandingImageUploadPayload = {
  /** How to send the file; null when refused. */
  readonly upload?: Maybe<UploadTicket>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A live stream to be made. */
export type CreateLiveStreamInput = {
  /** Who may watch the recording afterwards. */
  readonly recordingVisibility?: VideoVisibility;
  /** The shop it will belong to. */
  readonly shopId: Scalars['ID']['input'];
  /** Title, 1 to 140 characters. */
  readonly title: Scalars['String']['input'];
};

/** A new landing page. */
export type CreateVideoLandingInput = {
  /** Language the page is written in. */
  readonly locale: Scalars['Locale']['input'];
  /** The shop it will belong to. */
  readonly shopId: Scalars['ID']['input'];
  /** Its address: 3 to 60 lower-case letters, digits and single hyphens. */
  readonly slug: Scalars['String']['input'];
  /** Code of one of `landingTemplates`. */
  readonly templateCode: Scalars['String']['input'];
  /** Title, 1 to 120 characters; also the first heading. */
  readonly title: Scalars['String']['input'];
};

/** What is going to be uploaded. */
export type CreateVideoUploadInput = {
  /** Description, plain text, at most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Name of the file as you have it. */
  readonly fileName: Scalars['String']['input'];
  /** What it is for; LIVE is made by live streams only and refused here. */
  readonly format: VideoFormat;
  /** The shop it will belong to. */
  readonly shopId: Scalars['ID']['input'];
  /** Size of the file in bytes. */
  readonly sizeBytes: Scalars['Int']['input'];
  /** Title, 1 to 140 characters. */
  readonly title: Scalars['String']['input'];
  /** Who may watch it; PUBLIC when left out. */
  readonly visibility?: VideoVisibility;
};

/** An opened upload. */
export type CreateVideoUploadPayload = {
  /** How to send the file; null when refused. */
  readonly upload?: Maybe<UploadTicket>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The new video, waiting for its file; null when refused. */
  readonly video?: Maybe<Video>;
};

/** A call to act: leads to a product of the shop or to an address. */
export type CtaSection = LandingSection & {
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** Words on the button. */
  readonly label: Scalars['String']['output'];
  /** The product it sells; null when it leads to an address, or the product is no longer on sale. */
  readonly product?: Maybe<Product>;
  /** The https address it leads to; null when it sells a product. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A call to act: give `productId` or `url`. */
export type CtaSectionInput = {
  /** Words on the button, 1 to 40 characters. */
  readonly label: Scalars['String']['input'];
  /** A product of the shop. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** An https address. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Which video to delete. */
export type DeleteVideoInput = {
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
};

/** Which page to delete. */
export type DeleteVideoLandingInput = {
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
};

/** What became of a deletion. */
export type DeleteVideoLandingPayload = {
  /** Identifier of the deleted page. */
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a deletion. */
export type DeleteVideoPayload = {
  /** Identifier of the deleted video; null when refused. */
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Work on a video that failed and will not be tried again by itself. */
export type FailedVideoWork = {
  /** Tries made. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was given up. */
  readonly failedAt: Scalars['DateTime']['output'];
  /** What the tool said last, at most 4,000 characters. */
  readonly log: Scalars['String']['output'];
  /** The step that failed. */
  readonly stage: VideoStage;
  /** The video. */
  readonly video: Video;
};

/** A question with its answer. */
export type FaqItem = {
  /** The answer, plain text. */
  readonly answer: Scalars['String']['output'];
  /** The question. */
  readonly question: Scalars['String']['output'];
};

/** A question with its answer. */
export type FaqItemInput = {
  /** The answer, 1 to 2,000 characters of plain text. */
  readonly answer: Scalars['String']['input'];
  /** The question, 1 to 200 characters. */
  readonly question: Scalars['String']['input'];
};

/** Questions and answers. */
export type FaqSection = LandingSection & {
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** The questions, in order. */
  readonly items: ReadonlyArray<FaqItem>;
};

/** Questions and answers. */
export type FaqSectionInput = {
  /** The questions in order, at most 30. */
  readonly items: ReadonlyArray<FaqItemInput>;
};

/** Which upload has arrived. */
export type FinishVideoUploadInput = {
  /** The video the upload was opened for. */
  readonly videoId: Scalars['ID']['input'];
};

/** Pictures of the shop's products side by side. */
export type GallerySection = LandingSection & {
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** The pictures, in order. */
  readonly images: ReadonlyArray<LandingImage>;
};

/** Pictures. */
export type GallerySectionInput = {
  /** Pictures of this page (`attachLandingImage`) in order, at most 12. */
  readonly imageIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** The video at the top, which starts by itself (muted) where the viewer allows motion. */
export type HeroVideoSection = LandingSection & {
  /** Words on the button that leads to the first product grid; null for no button. */
  readonly ctaLabel?: Maybe<Scalars['String']['output']>;
  /** The page's main heading. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** A sentence below it. */
  readonly subheadline?: Maybe<Scalars['String']['output']>;
  /** The video; null when it was deleted or may not be seen by the caller. */
  readonly video?: Maybe<Video>;
};

/** The video at the top. */
export type HeroVideoSectionInput = {
  /** Words on the button that leads to the first product grid, at most 40 characters; left out for no button. */
  readonly ctaLabel?: InputMaybe<Scalars['String']['input']>;
  /** A sentence below the heading, at most 200 characters. */
  readonly subheadline?: InputMaybe<Scalars['String']['input']>;
  /** The video; needed for publishing. */
  readonly videoId?: InputMaybe<Scalars['ID']['input']>;
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

/** The page as it is being edited. */
export type LandingDraft = {
  /** True when it differs from what is published. */
  readonly changed: Scalars['Boolean']['output'];
  /** What has to be mended before it can be published; empty when it is ready. */
  readonly problems: ReadonlyArray<LandingProblem>;
  /** Its sections, in order. */
  readonly sections: ReadonlyArray<LandingSection>;
  /** What search engines and messengers show. */
  readonly seo: LandingSeo;
  /** Title of the page. */
  readonly title: Scalars['String']['output'];
};

/** A picture uploaded for a landing page. */
export type LandingImage = Image & {
  /** What is to be seen. */
  readonly alt: Scalars['String']['output'];
  /** The colour that stands out, as `#rrggbb`. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Height of the original in pixels; null while it is not processed. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Identifier (`vli_…`): name it in a gallery. */
  readonly id: Scalars['ID']['output'];
  /** Every rendered width of one format for `<source srcset>`; null when that format is not rendered (yet). */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** A blurred preview as base64 (thumbhash). */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Address at the smallest rendered width that is not below the wanted one; null while nothing is rendered yet. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Width of the original in pixels; null while it is not processed. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/** A picture uploaded for a landing page. */
export type LandingImageSrcsetArgs = {
  format?: ImageFormat;
};


/** A picture uploaded for a landing page. */
export type LandingImageUrlArgs = {
  format?: ImageFormat;
  width?: Scalars['Int']['input'];
};

/** Something that keeps a draft from being published. */
export type LandingProblem = {
  /** Stable code, e.g. `HERO_VIDEO_MISSING`. */
  readonly code: Scalars['String']['output'];
  /** One sentence that says what to do. */
  readonly message: Scalars['String']['output'];
  /** The section it is in; null when it is about the page. */
  readonly sectionId?: Maybe<Scalars['ID']['output']>;
};

/** Words of a customer. */
export type LandingQuote = {
  /** Who said it. */
  readonly author: Scalars['String']['output'];
  /** Stars from 1 to 5; null when none were given. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** What was said. */
  readonly text: Scalars['String']['output'];
};

/** Words of a customer. */
export type LandingQuoteInput = {
  /** Who said it, 1 to 80 characters. */
  readonly author: Scalars['String']['input'];
  /** Stars from 1 to 5. */
  readonly rating?: InputMaybe<Scalars['Int']['input']>;
  /** What was said, 1 to 1,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** A part of a page. Ids are stable across edits, so that a frontend can keep its place. */
export type LandingSection = {
  /** Heading of the section; null when it has none. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
};

/** A section: its id, its heading, and exactly one of the kinds. */
export type LandingSectionInput = {
  /** A clock that runs down. */
  readonly countdown?: InputMaybe<CountdownSectionInput>;
  /** A call to act. */
  readonly cta?: InputMaybe<CtaSectionInput>;
  /** Questions and answers. */
  readonly faq?: InputMaybe<FaqSectionInput>;
  /** Pictures. */
  readonly gallery?: InputMaybe<GallerySectionInput>;
  /** Heading, at most 120 characters. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** The video at the top. */
  readonly heroVideo?: InputMaybe<HeroVideoSectionInput>;
  /** Its id, to keep a section that is there; left out for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Products with their live price and stock. */
  readonly productGrid?: InputMaybe<ProductGridSectionInput>;
  /** What customers said. */
  readonly reviews?: InputMaybe<ReviewsSectionInput>;
  /** Running text. */
  readonly text?: InputMaybe<TextSectionInput>;
};

/** What search engines and messengers show of a page. */
export type LandingSeo = {
  /** One or two sentences, at most 200 characters. */
  readonly description: Scalars['String']['output'];
  /** Address of the picture shown when the page is shared: the hero video's poster; null when there is none. */
  readonly imageUrl?: Maybe<Scalars['String']['output']>;
  /** Title of the browser's tab, at most 70 characters; the page's title when none was given. */
  readonly title: Scalars['String']['output'];
};

/** What search engines and messengers show of a page. */
export type LandingSeoInput = {
  /** One or two sentences, at most 200 characters; needed for publishing. */
  readonly description: Scalars['String']['input'];
  /** Title of the browser's tab, at most 70 characters; the page's title when left out. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a landing page can be opened by its address. */
export type LandingState =
  /** Never published, or taken down: only the shop's staff sees it. */
  | 'DRAFT'
  /** Everybody can open it. */
  | 'PUBLISHED';

/** A starting point for a page. */
export type LandingTemplate = {
  /** Stable code, e.g. `product-launch`. */
  readonly code: Scalars['String']['output'];
  /** What it is good for. */
  readonly description: Scalars['String']['output'];
  /** Name as a person reads it. */
  readonly name: Scalars['String']['output'];
  /** Kinds of its sections, in order. */
  readonly sections: ReadonlyArray<Scalars['String']['output']>;
};


/** A starting point for a page. */
export type LandingTemplateDescriptionArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A starting point for a page. */
export type LandingTemplateNameArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** A version that was published once. */
export type LandingVersion = {
  /** Its number, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When it was published. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** Title it had. */
  readonly title: Scalars['String']['output'];
};

/** Where to send a stream, as streaming programs ask for it. */
export type LiveIngest = {
  /** Address of the server, e.g. `rtmp://live.example.com/live`. */
  readonly serverUrl: Scalars['String']['output'];
  /** Stream key. A secret that is shown once: whoever has it can send in the shop's name. */
  readonly streamKey: Scalars['String']['output'];
};

/** A live stream of a shop: one show, sent by RTMP and watched by HLS. */
export type LiveStream = Node & {
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ended; null before. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** HLS playlist while it can be watched: by everybody when LIVE, by staff also when CONNECTED; else null. The show has another address than its preview, and is there some seconds after the start: ask again on 404. */
  readonly hlsUrl?: Maybe<Scalars['String']['output']>;
  /** Identifier (`liv_…`). */
  readonly id: Scalars['ID']['output'];
  /** What moderation says about showing it live; where the policy is HOLD, `startLiveStream` is refused until it is APPROVED. Staff only; null for others. */
  readonly moderation?: Maybe<ModerationState>;
  /** Until when a lost connection may come back; null while nothing is lost. */
  readonly reconnectingUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The recording as a video, once the stream has ended and there is one that you may see; it is worked on like an upload. */
  readonly recording?: Maybe<Video>;
  /** The shop that sends it. */
  readonly shop: Shop;
  /** When it went on the air; null before. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  readonly state: LiveStreamState;
  /** Title, in the shop's words. */
  readonly title: Scalars['String']['output'];
  /** Rises by one with every change. */
  readonly version: Scalars['Int']['output'];
};

/** Which live stream. */
export type LiveStreamInput = {
  /** The live stream. */
  readonly liveStreamId: Scalars['ID']['input'];
};

/** A live stream with its new key. */
export type LiveStreamKeyPayload = {
  /** Where to send it; null when refused. */
  readonly ingest?: Maybe<LiveIngest>;
  /** The live stream; null when refused. */
  readonly liveStream?: Maybe<LiveStream>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a change of a live stream. */
export type LiveStreamPayload = {
  /** The live stream; null when refused. */
  readonly liveStream?: Maybe<LiveStream>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How far a live stream is. */
export type LiveStreamState =
  /** The streaming program is sending; only the shop's staff can watch. */
  | 'CONNECTED'
  /** Over for good. */
  | 'ENDED'
  /** Nothing is being sent. */
  | 'IDLE'
  /** On the air. While the connection is lost `reconnectingUntil` says how long it may come back. */
  | 'LIVE';

/** What moderation says. */
export type ModerationState =
  /** Let through. */
  | 'APPROVED'
  /** Not decided yet: nobody outside the shop sees it. */
  | 'PENDING'
  /** Refused: nobody outside the shop sees it. */
  | 'REJECTED';

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
  /** Takes an uploaded picture for a page; name its id in a gallery. */
  readonly attachLandingImage: AttachLandingImagePayload;
  /** Takes the poster: one of the candidates, or the frame at a second of the video. */
  readonly chooseVideoThumbnail: VideoPayload;
  /** Opens the upload of a picture for a page. Send the file by the ticket, then call `attachLandingImage`. */
  readonly createLandingImageUpload: CreateLandingImageUploadPayload;
  /** Makes a live stream and its stream key, which is shown this once. */
  readonly createLiveStream: LiveStreamKeyPayload;
  /** Makes a landing page out of a template, as a draft. */
  readonly createVideoLanding: VideoLandingPayload;
  /** Opens the upload of a new video. Send the file by the ticket, then call `finishVideoUpload`. */
  readonly createVideoUpload: CreateVideoUploadPayload;
  /** Deletes a video with its original and everything made of it. It cannot be brought back. */
  readonly deleteVideo: DeleteVideoPayload;
  /** Deletes a page with its versions, addresses and pictures. It cannot be brought back. */
  readonly deleteVideoLanding: DeleteVideoLandingPayload;
  /** Ends a stream for good; its recording becomes a video. Saying it again is harmless. */
  readonly endLiveStream: LiveStreamPayload;
  /** Says that the file has arrived: checks what it is and starts the work. Saying it again is harmless. */
  readonly finishVideoUpload: VideoPayload;
  /** Publishes the draft as the page's next version. Refused with one error per problem while something is missing. */
  readonly publishVideoLanding: VideoLandingPayload;
  /** Takes in what a player observed. Meant for `navigator.sendBeacon`: a batch per call, never more than one per second and viewer. */
  readonly recordPlayback: RecordPlaybackPayload;
  /** Gives a page another address; the ones it had go on leading to it. */
  readonly renameVideoLanding: VideoLandingPayload;
  /** Starts the work on a failed video again, from its last finished step. */
  readonly retryVideo: VideoPayload;
  /** Makes the draft what a published version was; publish it to show it again. */
  readonly revertVideoLanding: VideoLandingPayload;
  /** Makes a new stream key; the old one stops working at once and a publisher that uses it is cut off. */
  readonly rotateStreamKey: LiveStreamKeyPayload;
  /** Sets the captions of one language; empty text takes them away. */
  readonly setVideoCaptions: VideoPayload;
  /** Sets all product tags of a video: what is not named goes. */
  readonly setVideoProductTags: VideoPayload;
  /** Puts a connected stream on the air. Saying it again is harmless. */
  readonly startLiveStream: LiveStreamPayload;
  /** Takes a page down; its versions stay. */
  readonly unpublishVideoLanding: VideoLandingPayload;
  /** Changes what is said about a video and who may watch it. What is left out stays as it is. */
  readonly updateVideo: VideoPayload;
  /** Changes the draft of a page; what is published stays. What is left out stays as it is. */
  readonly updateVideoLandingDraft: VideoLandingPayload;
};


export type MutationAttachLandingImageArgs = {
  input: AttachLandingImageInput;
};


export type MutationChooseVideoThumbnailArgs = {
  input: ChooseVideoThumbnailInput;
};


export type MutationCreateLandingImageUploadArgs = {
  input: CreateLandingImageUploadInput;
};


export type MutationCreateLiveStreamArgs = {
  input: CreateLiveStreamInput;
};


export type MutationCreateVideoLandingArgs = {
  input: CreateVideoLandingInput;
};


export type MutationCreateVideoUploadArgs = {
  input: CreateVideoUploadInput;
};


export type MutationDeleteVideoArgs = {
  input: DeleteVideoInput;
};


export type MutationDeleteVideoLandingArgs = {
  input: DeleteVideoLandingInput;
};


export type MutationEndLiveStreamArgs = {
  input: LiveStreamInput;
};


export type MutationFinishVideoUploadArgs = {
  input: FinishVideoUploadInput;
};


export type MutationPublishVideoLandingArgs = {
  input: PublishVideoLandingInput;
};


export type MutationRecordPlaybackArgs = {
  input: RecordPlaybackInput;
};


export type MutationRenameVideoLandingArgs = {
  input: RenameVideoLandingInput;
};


export type MutationRetryVideoArgs = {
  input: RetryVideoInput;
};


export type MutationRevertVideoLandingArgs = {
  input: RevertVideoLandingInput;
};


export type MutationRotateStreamKeyArgs = {
  input: LiveStreamInput;
};


export type MutationSetVideoCaptionsArgs = {
  input: SetVideoCaptionsInput;
};


export type MutationSetVideoProductTagsArgs = {
  input: SetVideoProductTagsInput;
};


export type MutationStartLiveStreamArgs = {
  input: LiveStreamInput;
};


export type MutationUnpublishVideoLandingArgs = {
  input: UnpublishVideoLandingInput;
};


export type MutationUpdateVideoArgs = {
  input: UpdateVideoInput;
};


export type MutationUpdateVideoLandingDraftArgs = {
  input: UpdateVideoLandingDraftInput;
};

/** Anything that has an id of its own and can be fetched again with `node(id)`. */
export type Node = {
  /** Opaque, typed, time-ordered identifier, e.g. `ord_01k3v8…`. */
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

/** A product, as videos know it. */
export type Product = {
  /** Identifier (`prd_…`). */
  readonly id: Scalars['ID']['output'];
  /** Public videos that point at it, newest first. */
  readonly videos: ReadonlyArray<Video>;
};


/** A product, as videos know it. */
export type ProductVideosArgs = {
  first?: Scalars['Int']['input'];
};

/** Products with their live price and stock. */
export type ProductGridSection = LandingSection & {
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** The products, in order; those no longer on sale are left out. */
  readonly products: ReadonlyArray<Product>;
};

/** Products with their live price and stock. */
export type ProductGridSectionInput = {
  /** The products in order, at most 24. */
  readonly productIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** A variant of a product, by reference. */
export type ProductVariant = {
  /** Identifier (`var_…`). */
  readonly id: Scalars['ID']['output'];
};

/** Which page to publish. */
export type PublishVideoLandingInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
};

export type Query = {
  /** Work on videos that was given up, newest first. */
  readonly failedVideoWork: ReadonlyArray<FailedVideoWork>;
  /** Starting points for landing pages. */
  readonly landingTemplates: ReadonlyArray<LandingTemplate>;
  /** A live stream; null when there is none or it is not yours to see. */
  readonly liveStream?: Maybe<LiveStream>;
  /** Live streams of a shop, newest first: staff see all, everybody else those that are on the air. */
  readonly liveStreams: ReadonlyArray<LiveStream>;
  /** A video; null when there is none or it is not yours to see. */
  readonly video?: Maybe<Video>;
  /** What keeping, delivering and making videos costs in a month, by provider; see docs/video-cost-model.md. */
  readonly videoCostModel: VideoCostModel;
  /** A landing page by an address it has or had; null when there is none or it is not published (staff see drafts too). */
  readonly videoLanding?: Maybe<VideoLanding>;
  /** How videos are moderated at present. */
  readonly videoModerationPolicy: VideoModerationPolicy;
};


export type QueryFailedVideoWorkArgs = {
  first?: Scalars['Int']['input'];
};


export type QueryLiveStreamArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLiveStreamsArgs = {
  first?: Scalars['Int']['input'];
  shopId: Scalars['ID']['input'];
};


export type QueryVideoArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVideoCostModelArgs = {
  input?: VideoCostModelInput;
};


export type QueryVideoLandingArgs = {
  slug: Scalars['String']['input'];
};

/** What a player observed. */
export type RecordPlaybackInput = {
  /** Code of an error that ended playing, as the player names it. */
  readonly errorCode?: InputMaybe<Scalars['String']['input']>;
  /** Second of the video at which the viewer left; in the last batch only. */
  readonly exitAtSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** Times that playing stopped for lack of data since the last batch. */
  readonly rebufferCount?: Scalars['Int']['input'];
  /** Milliseconds spent waiting in them. */
  readonly rebufferMs?: Scalars['Int']['input'];
  /** Name of the rendition playing at the end of the batch. */
  readonly rendition?: InputMaybe<Scalars['String']['input']>;
  /** Rises with every batch of a session from 0: a batch sent twice counts once. */
  readonly sequence: Scalars['Int']['input'];
  /** Made up by the player for one viewing, 8 to 64 characters. */
  readonly sessionId: Scalars['String']['input'];
  /** Milliseconds from wanting to play to the first frame; in the batch where it happened. */
  readonly startupMs?: InputMaybe<Scalars['Int']['input']>;
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
  /** Stretches of the video that were seen since the last batch, in seconds of the video, at most 50. */
  readonly watched?: ReadonlyArray<WatchedRangeInput>;
};

/** Answer to a batch. */
export type RecordPlaybackPayload = {
  /** False when the batch was one we already had. */
  readonly recorded: Scalars['Boolean']['output'];
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A new address of a page. */
export type RenameVideoLandingInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
  /** The address: 3 to 60 lower-case letters, digits and single hyphens. */
  readonly slug: Scalars['String']['input'];
};

/** Which video to try again. */
export type RetryVideoInput = {
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
};

/** Which version to go back to. */
export type RevertVideoLandingInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
  /** Number of the published version. */
  readonly number: Scalars['Int']['input'];
};

/** What customers said, quoted by the shop. */
export type ReviewsSection = LandingSection & {
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
  /** The quotes, in order. */
  readonly quotes: ReadonlyArray<LandingQuote>;
};

/** What customers said. */
export type ReviewsSectionInput = {
  /** The quotes in order, at most 12. */
  readonly quotes: ReadonlyArray<LandingQuoteInput>;
};

/** Captions of one language. */
export type SetVideoCaptionsInput = {
  /** Name of the track as a person reads it. */
  readonly label: Scalars['String']['input'];
  /** Their language. */
  readonly language: Scalars['Locale']['input'];
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
  /** The whole WebVTT file, at most 500,000 characters; empty takes the track away. */
  readonly webVtt: Scalars['String']['input'];
};

/** The tags of a video. */
export type SetVideoProductTagsInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** All tags, at most 50. */
  readonly tags: ReadonlyArray<VideoProductTagInput>;
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
};

/** A shop, as videos know it. */
export type Shop = {
  /** Identifier (`shp_…`). */
  readonly id: Scalars['ID']['output'];
  /** Its landing pages, newest first: staff see all, everybody else the published ones. */
  readonly landings: VideoLandingConnection;
  /** Its videos, newest first: staff see all, everybody else the public ones that can be played. */
  readonly videos: VideoConnection;
};


/** A shop, as videos know it. */
export type ShopLandingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A shop, as videos know it. */
export type ShopVideosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type Subscription = {
  /** How a live stream stands: at once, then with every change, until it has ended and its recording is known. */
  readonly liveStreamStatus: LiveStream;
  /** How the work on a video stands: at once, then with every change until it has ended. For the shop's staff. */
  readonly videoProgress: VideoProgress;
};


export type SubscriptionLiveStreamStatusArgs = {
  liveStreamId: Scalars['ID']['input'];
};


export type SubscriptionVideoProgressArgs = {
  videoId: Scalars['ID']['input'];
};

/** Running text. */
export type TextSection = LandingSection & {
  /** Plain text; an empty line starts a new paragraph. */
  readonly body: Scalars['String']['output'];
  /** Heading of the section. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Identifier of the section within its page. */
  readonly id: Scalars['ID']['output'];
};

/** Running text. */
export type TextSectionInput = {
  /** Plain text, at most 10,000 characters; an empty line starts a new paragraph. */
  readonly body: Scalars['String']['input'];
};

/** Which page to take down. */
export type UnpublishVideoLandingInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
};

/** Changes of a video. */
export type UpdateVideoInput = {
  /** Description, plain text, at most 5,000 characters; empty takes it away. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Title, 1 to 140 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** The video. */
  readonly videoId: Scalars['ID']['input'];
  /** Who may watch it. */
  readonly visibility?: InputMaybe<VideoVisibility>;
};

/** Changes of a draft. */
export type UpdateVideoLandingDraftInput = {
  /** The version you saw; another one is refused. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The page. */
  readonly landingId: Scalars['ID']['input'];
  /** All sections in order, at most 30; sections that are not named go. */
  readonly sections?: InputMaybe<ReadonlyArray<LandingSectionInput>>;
  /** What search engines and messengers show. */
  readonly seo?: InputMaybe<LandingSeoInput>;
  /** Title, 1 to 120 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
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

/** A video of a shop: uploaded once, served in several qualities over HLS and DASH. */
export type Video = Node & {
  /** Subtitles and captions, by language. */
  readonly captions: ReadonlyArray<VideoCaption>;
  /** When the upload was opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Description, plain text. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Length in seconds; null until the file was read. */
  readonly durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** Why it could not be made; null unless the state is FAILED. Staff only. */
  readonly failure?: Maybe<VideoFailure>;
  /** What it is for. */
  readonly format: VideoFormat;
  /** True when there is sound; null until the file was read. */
  readonly hasAudio?: Maybe<Scalars['Boolean']['output']>;
  /** Height as it is shown, in pixels; null until the file was read. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Identifier (`vid_…`). */
  readonly id: Scalars['ID']['output'];
  /** What moderation says. Staff only; null for others. */
  readonly moderation?: Maybe<ModerationState>;
  /** When it could first be played; null before. */
  readonly playableAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where to play it; null while nothing can be played. */
  readonly playback?: Maybe<VideoPlayback>;
  /** The picture shown before it plays; null until there is one. */
  readonly poster?: Maybe<VideoThumbnail>;
  /** Address of a short silent animated WebP; null until it is made. */
  readonly previewUrl?: Maybe<Scalars['String']['output']>;
  /** Products pointed at, by the second at which they appear. */
  readonly productTags: ReadonlyArray<VideoProductTag>;
  /** How the work stands. Staff only; null for others and once the work has ended. */
  readonly progress?: Maybe<VideoProgress>;
  /** When all of it was there; null before. */
  readonly readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** The shop it belongs to. */
  readonly shop: Shop;
  /** How far it is. */
  readonly state: VideoState;
  /** Small pictures for hovering over the timeline; null until they are made. */
  readonly storyboard?: Maybe<VideoStoryboard>;
  /** The candidates chosen by sharpness and brightness, best first. Staff only; empty for others. */
  readonly thumbnails: ReadonlyArray<VideoThumbnail>;
  /** Title, in the shop's words. */
  readonly title: Scalars['String']['output'];
  /** Rises by one with every change; send it as `expectedVersion` so as not to overwrite somebody else's change. */
  readonly version: Scalars['Int']['output'];
  /** Who may watch it. */
  readonly visibility: VideoVisibility;
  /** Width as it is shown (rotation applied), in pixels; null until the file was read. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};

/** Words of a video in one language. */
export type VideoCaption = {
  /** Name of the track as a person reads it, e.g. `English`. */
  readonly label: Scalars['String']['output'];
  /** Language of the words. */
  readonly language: Scalars['Locale']['output'];
  /** Address of the WebVTT file. */
  readonly url: Scalars['String']['output'];
};

/** A page of videos. */
export type VideoConnection = {
  /** The videos with their cursors. */
  readonly edges: ReadonlyArray<VideoEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** What videos cost in a month. */
export type VideoCostModel = {
  /** Gigabytes delivered in the month. */
  readonly deliveredGigabytes: Scalars['Float']['output'];
  /** Minutes watched in the month. */
  readonly deliveredMinutes: Scalars['Float']['output'];
  /** Minutes of video encoded in the month. */
  readonly encodedMinutes: Scalars['Float']['output'];
  /** Month that is looked at. */
  readonly month: Scalars['Int']['output'];
  /** Every price the model goes by, with where and when it was read. */
  readonly prices: ReadonlyArray<VideoPricePoint>;
  /** Costs by provider, cheapest first. */
  readonly providers: ReadonlyArray<VideoProviderCost>;
  /** Gigabytes kept, every quality and the originals. */
  readonly storedGigabytes: Scalars['Float']['output'];
  /** Minutes of video kept at the end of the month. */
  readonly storedMinutes: Scalars['Float']['output'];
  /** Users a month. */
  readonly users: Scalars['Int']['output'];
};

/** A market to compute costs for. */
export type VideoCostModelInput = {
  /** Of all segments, how many the CDN has without asking the store; 0 to 1. */
  readonly cacheHitShare?: InputMaybe<Scalars['Float']['input']>;
  /** What running a pipeline of our own costs every month whatever happens, in cents of US dollars. */
  readonly fixedMonthlyMinor?: InputMaybe<Scalars['BigInt']['input']>;
  /** Qualities that are made; their shares add up to 1. */
  readonly ladder?: InputMaybe<ReadonlyArray<VideoCostRungInput>>;
  /** Mean length of a video in minutes. */
  readonly minutesPerVideo?: InputMaybe<Scalars['Float']['input']>;
  /** Minutes watched per view. */
  readonly minutesPerView?: InputMaybe<Scalars['Float']['input']>;
  /** Month that is looked at, 1 for the first, at most 120; storage keeps everything that came before. */
  readonly month?: InputMaybe<Scalars['Int']['input']>;
  /** New videos a month per 1,000 users. */
  readonly newVideosPerThousandUsersPerMonth?: InputMaybe<Scalars['Float']['input']>;
  /** Users a month; 0 to 1,000,000,000. */
  readonly users?: InputMaybe<Scalars['Int']['input']>;
  /** Videos there are before the first month. */
  readonly videos?: InputMaybe<Scalars['Int']['input']>;
  /** Views per user and month. */
  readonly viewsPerUserPerMonth?: InputMaybe<Scalars['Float']['input']>;
};

/** Ways of keeping and delivering videos. */
export type VideoCostProvider =
  /** Cloudflare Stream: a managed service that encodes as well. */
  | 'CLOUDFLARE_STREAM'
  /** Cloudflare R2, read directly; encoding on machines of our own. */
  | 'R2'
  /** Cloudflare R2 behind bunny.net's volume network; encoding on machines of our own. */
  | 'R2_BUNNY'
  /** Amazon S3 behind CloudFront; encoding on machines of our own. */
  | 'S3_CLOUDFRONT';

/** A quality and how much it is watched. */
export type VideoCostRungInput = {
  /** Rate with sound, in bits per second. */
  readonly bitsPerSecond: Scalars['Int']['input'];
  /** Of all minutes watched, 0 to 1. */
  readonly watchedShare: Scalars['Float']['input'];
};

/** A video in a list. */
export type VideoEdge = {
  /** Cursor of this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The video. */
  readonly node: Video;
};

/** Why a file could not be made into a video. */
export type VideoFailure = {
  /** Stable code: `CORRUPT`, `NO_VIDEO_STREAM`, `UNSUPPORTED_CODEC`, `UNSUPPORTED_HDR`, `TOO_LONG`, `TOO_SHORT`, `TOO_MANY_PIXELS`, `TOO_LARGE`, `PROCESSING_FAILED`. */
  readonly code: Scalars['String']['output'];
  /** One sentence that says what is wrong and what to do. */
  readonly message: Scalars['String']['output'];
};

/** What a video is for, and so how long it may be. */
export type VideoFormat =
  /** The hero of a landing page: up to 3 minutes. */
  | 'LANDING'
  /** The recording of a live stream: as long as the stream was. */
  | 'LIVE'
  /** A short clip: up to 60 seconds. */
  | 'SHORT';

/** A page that sells with a video: ordered sections, published in versions. */
export type VideoLanding = Node & {
  /** What is being edited. Staff only; null for others. */
  readonly draft?: Maybe<LandingDraft>;
  /** Identifier (`vlp_…`). */
  readonly id: Scalars['ID']['output'];
  /** Language the page is written in. */
  readonly locale: Scalars['Locale']['output'];
  /** When that version was published. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of the version that is published; null while none is. */
  readonly publishedVersion?: Maybe<Scalars['Int']['output']>;
  /** Sections of the published page, in order; of the draft for staff while nothing is published. */
  readonly sections: ReadonlyArray<LandingSection>;
  /** What search engines and messengers show of it. */
  readonly seo: LandingSeo;
  /** The shop it belongs to. */
  readonly shop: Shop;
  /** Its address: the page is served at `/l/<slug>`. */
  readonly slug: Scalars['String']['output'];
  /** Whether it can be opened by its address. */
  readonly state: LandingState;
  /** Title of the published page; of the draft for staff while nothing is published. */
  readonly title: Scalars['String']['output'];
  /** Rises by one with every change; send it as `expectedVersion` so as not to overwrite somebody else's change. */
  readonly version: Scalars['Int']['output'];
  /** Published versions, newest first, at most 50. Staff only; empty for others. */
  readonly versions: ReadonlyArray<LandingVersion>;
};

/** A page of landing pages. */
export type VideoLandingConnection = {
  /** The landing pages with their cursors. */
  readonly edges: ReadonlyArray<VideoLandingEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A landing page in a list. */
export type VideoLandingEdge = {
  /** Cursor of this place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The landing page. */
  readonly node: VideoLanding;
};

/** What became of a change. */
export type VideoLandingPayload = {
  /** The page; null when refused. */
  readonly landing?: Maybe<VideoLanding>;
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Ways of moderating videos. */
export type VideoModerationMode =
  /** Every processed video is public at once; a later decision can still take it away. */
  | 'AUTO_APPROVE'
  /** Nothing is public before moderation says so. */
  | 'HOLD';

/** How moderation is done at present, so that nobody has to guess. */
export type VideoModerationPolicy = {
  /** AUTO_APPROVE lets every processed video through at once; HOLD waits for moderation's decision. */
  readonly mode: VideoModerationMode;
};

/** What became of a change. */
export type VideoPayload = {
  /** Why it was refused. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The video; null when refused. */
  readonly video?: Maybe<Video>;
};

/** Addresses of a playable video. */
export type VideoPlayback = {
  /** MPEG-DASH manifest over the same segments; null while the video is only PLAYABLE. */
  readonly dashUrl?: Maybe<Scalars['String']['output']>;
  /** When these addresses stop working; null for public videos, whose addresses last. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** HLS master playlist (RFC 8216, fMP4 segments). */
  readonly hlsUrl: Scalars['String']['output'];
  /** What can be chosen from, best first. */
  readonly renditions: ReadonlyArray<VideoRendition>;
};

/** A published price. */
export type VideoPricePoint = {
  /** When it was read, `YYYY-MM-DD`; null where the provider's own page could not be read: look there before relying on it. */
  readonly readOn?: Maybe<Scalars['String']['output']>;
  /** Where it is published. */
  readonly source: Scalars['String']['output'];
  /** The price by volume, in US dollars per million units, from small to large. */
  readonly tiers: ReadonlyArray<VideoPriceTier>;
  /** What one unit is, e.g. `GB`. */
  readonly unit: Scalars['String']['output'];
  /** What is paid for. */
  readonly what: Scalars['String']['output'];
};

/** A price that holds from some volume on. */
export type VideoPriceTier = {
  /** Units a month from which on it holds. */
  readonly fromUnits: Scalars['Float']['output'];
  /** Price of a million units. */
  readonly perMillionUnits: Money;
};

/** A product pointed at in a video, with its live price and stock through the graph. */
export type VideoProductTag = {
  /** Second at which it goes. */
  readonly endSeconds: Scalars['Float']['output'];
  /** Identifier (`vpt_…`). */
  readonly id: Scalars['ID']['output'];
  /** The product; null when it can no longer be seen, by you or by anybody. */
  readonly product?: Maybe<Product>;
  /** Second at which it appears. */
  readonly startSeconds: Scalars['Float']['output'];
  /** The variant that is shown, when the tag names one that can still be seen. */
  readonly variant?: Maybe<ProductVariant>;
  /** Where it is on the picture from the left, 0 to 1; null when the tag has no place. */
  readonly x?: Maybe<Scalars['Float']['output']>;
  /** Where it is on the picture from the top, 0 to 1; null when the tag has no place. */
  readonly y?: Maybe<Scalars['Float']['output']>;
};

/** A product tag. */
export type VideoProductTagInput = {
  /** Second at which it goes; after the start and within the video. */
  readonly endSeconds: Scalars['Float']['input'];
  /** The product, which must be this shop's own. */
  readonly productId: Scalars['ID']['input'];
  /** Second at which it appears. */
  readonly startSeconds: Scalars['Float']['input'];
  /** The variant shown, which must be the product's. */
  readonly variantId?: InputMaybe<Scalars['ID']['input']>;
  /** Where it is on the picture from the left, 0 to 1. */
  readonly x?: InputMaybe<Scalars['Float']['input']>;
  /** Where it is on the picture from the top, 0 to 1. */
  readonly y?: InputMaybe<Scalars['Float']['input']>;
};

/** How the work on a video stands. */
export type VideoProgress = {
  /** Of the whole work, 0 to 100; never falls except after a retry. */
  readonly percent: Scalars['Int']['output'];
  /** The step being done; null before the file has arrived and once the work has ended. */
  readonly stage?: Maybe<VideoStage>;
  /** Its state at this moment. */
  readonly state: VideoState;
  /** The video. */
  readonly video: Video;
};

/** What one provider costs in the month, in US dollars. */
export type VideoProviderCost = {
  /** Users from which on this is not dearer than the managed service, the rest as it is; 0 when it is so without any; null for the managed service and when it never is. */
  readonly breakEvenUsers?: Maybe<Scalars['Int']['output']>;
  /** Delivering them, or the minutes delivered. */
  readonly egress: Money;
  /** Encoding; part of the service where it is managed. */
  readonly encoding: Money;
  /** What is paid whatever happens. */
  readonly fixed: Money;
  /** All of it per 1,000 users. */
  readonly perThousandUsers: Money;
  /** The provider. */
  readonly provider: VideoCostProvider;
  /** Requests. */
  readonly requests: Money;
  /** Keeping the files. */
  readonly storage: Money;
  /** All of it. */
  readonly total: Money;
};

/** One quality of a video. */
export type VideoRendition = {
  /** Measured peak bit rate of its segments, sound included, in bits per second. */
  readonly bandwidth: Scalars['Int']['output'];
  /** Codecs by RFC 6381, e.g. `avc1.64001f,mp4a.40.2`. */
  readonly codecs: Scalars['String']['output'];
  /** Height in pixels; null for sound alone. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Short side in pixels with a p, e.g. `540p`; `audio` for sound alone. */
  readonly name: Scalars['String']['output'];
  /** Width in pixels; null for sound alone. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};

/** A step of the work on a video. */
export type VideoStage =
  /** The first rendition, which makes the video playable. */
  | 'FIRST_RENDITION'
  /** The other renditions, in one decode. */
  | 'LADDER'
  /** Thumbnails, storyboard and animated preview. */
  | 'PICTURES'
  /** Reading what the file holds and deciding what to make of it. */
  | 'PROBE'
  /** Publishing and telling others. */
  | 'PUBLISH';

/** How far a video is. */
export type VideoState =
  /** Waiting for the file. */
  | 'AWAITING_UPLOAD'
  /** The file could not be made into a video; `failure` says why and what to do. */
  | 'FAILED'
  /** The first rendition (540p or the nearest below) can be played; better ones follow. */
  | 'PLAYABLE'
  /** The file is there and is being worked on; nothing can be played yet. */
  | 'PROCESSING'
  /** Every rendition, thumbnail and playlist is there. */
  | 'READY';

/** One sprite of small pictures and the WebVTT file that says where each lies (`#xywh=`). */
export type VideoStoryboard = {
  /** Seconds between two pictures. */
  readonly intervalSeconds: Scalars['Float']['output'];
  /** Address of the sprite (JPEG). */
  readonly spriteUrl: Scalars['String']['output'];
  /** Address of the WebVTT file. */
  readonly vttUrl: Scalars['String']['output'];
};

/** A still of a video. */
export type VideoThumbnail = Image & {
  /** The video's title. */
  readonly alt: Scalars['String']['output'];
  /** Second of the video it was taken at. */
  readonly atSeconds: Scalars['Float']['output'];
  /** The colour that stands out, as `#rrggbb`. */
  readonly dominantColor?: Maybe<Scalars['String']['output']>;
  /** Height of the still in pixels. */
  readonly height?: Maybe<Scalars['Int']['output']>;
  /** Identifier (`vth_…`): name it to `chooseVideoThumbnail`. */
  readonly id: Scalars['ID']['output'];
  /** Every rendered width of one format for `<source srcset>`; null when that format is not rendered (yet). */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** A blurred preview as base64 (thumbhash). */
  readonly thumbhash?: Maybe<Scalars['String']['output']>;
  /** Address at the smallest rendered width that is not below the wanted one; null while nothing is rendered yet. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Width of the still in pixels. */
  readonly width?: Maybe<Scalars['Int']['output']>;
};


/** A still of a video. */
export type VideoThumbnailSrcsetArgs = {
  format?: ImageFormat;
};


/** A still of a video. */
export type VideoThumbnailUrlArgs = {
  format?: ImageFormat;
  width?: Scalars['Int']['input'];
};

/** Who may watch a video. */
export type VideoVisibility =
  /** The shop's staff, by playback addresses that expire. */
  | 'PRIVATE'
  /** Everybody, once it is playable and moderation lets it through. */
  | 'PUBLIC';

/** A stretch of a video that was seen. */
export type WatchedRangeInput = {
  /** First second. */
  readonly fromSeconds: Scalars['Float']['input'];
  /** Last second. */
  readonly toSeconds: Scalars['Float']['input'];
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
  LiveStream: LiveStream;
  Product: Product;
  Shop: Shop;
  Video: Video;
  VideoLanding: VideoLanding;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  LiveStream:
    ( { __typename: 'LiveStream' }
    & GraphQLRecursivePick<FederationTypes['LiveStream'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  Shop:
    ( { __typename: 'Shop' }
    & GraphQLRecursivePick<FederationTypes['Shop'], {"id":true}> );
  Video:
    ( { __typename: 'Video' }
    & GraphQLRecursivePick<FederationTypes['Video'], {"id":true}> );
  VideoLanding:
    ( { __typename: 'VideoLanding' }
    & ( GraphQLRecursivePick<FederationTypes['VideoLanding'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['VideoLanding'], {"slug":true}> ) );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Image:
    | ( LandingImageMapper )
    | ( VideoThumbnailMapper )
  ;
  LandingSection:
    | ( CountdownSectionMapper )
    | ( CtaSectionMapper )
    | ( FaqSectionMapper )
    | ( GallerySectionMapper )
    | ( HeroVideoSectionMapper )
    | ( ProductGridSectionMapper )
    | ( ReviewsSectionMapper )
    | ( TextSectionMapper )
  ;
  Node:
    | ( LiveStreamMapper )
    | ( VideoMapper )
    | ( VideoLandingMapper )
  ;
  UserError: ( KitRefusal );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AttachLandingImageInput: AttachLandingImageInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AttachLandingImagePayload: ResolverTypeWrapper<Omit<AttachLandingImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversTypes['LandingImage']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  ChooseVideoThumbnailInput: ChooseVideoThumbnailInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CountdownSection: ResolverTypeWrapper<CountdownSectionMapper>;
  CountdownSectionInput: CountdownSectionInput;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateLandingImageUploadInput: CreateLandingImageUploadInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreateLandingImageUploadPayload: ResolverTypeWrapper<Omit<CreateLandingImageUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateLiveStreamInput: CreateLiveStreamInput;
  CreateVideoLandingInput: CreateVideoLandingInput;
  CreateVideoUploadInput: CreateVideoUploadInput;
  CreateVideoUploadPayload: ResolverTypeWrapper<Omit<CreateVideoUploadPayload, 'upload' | 'userErrors' | 'video'> & { upload?: Maybe<ResolversTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversTypes['UserError']>, video?: Maybe<ResolversTypes['Video']> }>;
  CtaSection: ResolverTypeWrapper<CtaSectionMapper>;
  CtaSectionInput: CtaSectionInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteVideoInput: DeleteVideoInput;
  DeleteVideoLandingInput: DeleteVideoLandingInput;
  DeleteVideoLandingPayload: ResolverTypeWrapper<Omit<DeleteVideoLandingPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DeleteVideoPayload: ResolverTypeWrapper<Omit<DeleteVideoPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  FailedVideoWork: ResolverTypeWrapper<FailedVideoWorkMapper>;
  FaqItem: ResolverTypeWrapper<FaqItem>;
  FaqItemInput: FaqItemInput;
  FaqSection: ResolverTypeWrapper<FaqSectionMapper>;
  FaqSectionInput: FaqSectionInput;
  FinishVideoUploadInput: FinishVideoUploadInput;
  GallerySection: ResolverTypeWrapper<GallerySectionMapper>;
  GallerySectionInput: GallerySectionInput;
  HeroVideoSection: ResolverTypeWrapper<HeroVideoSectionMapper>;
  HeroVideoSectionInput: HeroVideoSectionInput;
  Image: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Image']>;
  ImageFormat: ImageFormat;
  LandingDraft: ResolverTypeWrapper<LandingDraftMapper>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LandingImage: ResolverTypeWrapper<LandingImageMapper>;
  LandingProblem: ResolverTypeWrapper<LandingProblem>;
  LandingQuote: ResolverTypeWrapper<LandingQuote>;
  LandingQuoteInput: LandingQuoteInput;
  LandingSection: ResolverTypeWrapper<LandingSectionMapper>;
  LandingSectionInput: LandingSectionInput;
  LandingSeo: ResolverTypeWrapper<LandingSeoMapper>;
  LandingSeoInput: LandingSeoInput;
  LandingState: LandingState;
  LandingTemplate: ResolverTypeWrapper<LandingTemplateMapper>;
  LandingVersion: ResolverTypeWrapper<LandingVersionMapper>;
  LiveIngest: ResolverTypeWrapper<LiveIngest>;
  LiveStream: ResolverTypeWrapper<LiveStreamMapper>;
  LiveStreamInput: LiveStreamInput;
  LiveStreamKeyPayload: ResolverTypeWrapper<Omit<LiveStreamKeyPayload, 'liveStream' | 'userErrors'> & { liveStream?: Maybe<ResolversTypes['LiveStream']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  LiveStreamPayload: ResolverTypeWrapper<Omit<LiveStreamPayload, 'liveStream' | 'userErrors'> & { liveStream?: Maybe<ResolversTypes['LiveStream']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  LiveStreamState: LiveStreamState;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  ModerationState: ModerationState;
  Money: ResolverTypeWrapper<KitMoney>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<KitRefusal>;
  Product: ResolverTypeWrapper<ProductMapper>;
  ProductGridSection: ResolverTypeWrapper<ProductGridSectionMapper>;
  ProductGridSectionInput: ProductGridSectionInput;
  ProductVariant: ResolverTypeWrapper<ProductVariantMapper>;
  PublishVideoLandingInput: PublishVideoLandingInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordPlaybackInput: RecordPlaybackInput;
  RecordPlaybackPayload: ResolverTypeWrapper<Omit<RecordPlaybackPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RenameVideoLandingInput: RenameVideoLandingInput;
  RetryVideoInput: RetryVideoInput;
  RevertVideoLandingInput: RevertVideoLandingInput;
  ReviewsSection: ResolverTypeWrapper<ReviewsSectionMapper>;
  ReviewsSectionInput: ReviewsSectionInput;
  SetVideoCaptionsInput: SetVideoCaptionsInput;
  SetVideoProductTagsInput: SetVideoProductTagsInput;
  Shop: ResolverTypeWrapper<ShopMapper>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextSection: ResolverTypeWrapper<TextSectionMapper>;
  TextSectionInput: TextSectionInput;
  UnpublishVideoLandingInput: UnpublishVideoLandingInput;
  UpdateVideoInput: UpdateVideoInput;
  UpdateVideoLandingDraftInput: UpdateVideoLandingDraftInput;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  UploadPut: ResolverTypeWrapper<UploadPut>;
  UploadTicket: ResolverTypeWrapper<KitUploadTicket>;
  UserError: ResolverTypeWrapper<KitRefusal>;
  Video: ResolverTypeWrapper<VideoMapper>;
  VideoCaption: ResolverTypeWrapper<VideoCaptionMapper>;
  VideoConnection: ResolverTypeWrapper<VideoConnectionMapper>;
  VideoCostModel: ResolverTypeWrapper<VideoCostModelMapper>;
  VideoCostModelInput: VideoCostModelInput;
  VideoCostProvider: VideoCostProvider;
  VideoCostRungInput: VideoCostRungInput;
  VideoEdge: ResolverTypeWrapper<Omit<VideoEdge, 'node'> & { node: ResolversTypes['Video'] }>;
  VideoFailure: ResolverTypeWrapper<VideoFailure>;
  VideoFormat: VideoFormat;
  VideoLanding: ResolverTypeWrapper<VideoLandingMapper>;
  VideoLandingConnection: ResolverTypeWrapper<VideoLandingConnectionMapper>;
  VideoLandingEdge: ResolverTypeWrapper<Omit<VideoLandingEdge, 'node'> & { node: ResolversTypes['VideoLanding'] }>;
  VideoLandingPayload: ResolverTypeWrapper<Omit<VideoLandingPayload, 'landing' | 'userErrors'> & { landing?: Maybe<ResolversTypes['VideoLanding']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  VideoModerationMode: VideoModerationMode;
  VideoModerationPolicy: ResolverTypeWrapper<VideoModerationPolicy>;
  VideoPayload: ResolverTypeWrapper<Omit<VideoPayload, 'userErrors' | 'video'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']>, video?: Maybe<ResolversTypes['Video']> }>;
  VideoPlayback: ResolverTypeWrapper<VideoPlaybackMapper>;
  VideoPricePoint: ResolverTypeWrapper<VideoPricePointMapper>;
  VideoPriceTier: ResolverTypeWrapper<VideoPriceTierMapper>;
  VideoProductTag: ResolverTypeWrapper<VideoProductTagMapper>;
  VideoProductTagInput: VideoProductTagInput;
  VideoProgress: ResolverTypeWrapper<VideoProgressMapper>;
  VideoProviderCost: ResolverTypeWrapper<VideoProviderCostMapper>;
  VideoRendition: ResolverTypeWrapper<VideoRenditionMapper>;
  VideoStage: VideoStage;
  VideoState: VideoState;
  VideoStoryboard: ResolverTypeWrapper<VideoStoryboard>;
  VideoThumbnail: ResolverTypeWrapper<VideoThumbnailMapper>;
  VideoVisibility: VideoVisibility;
  WatchedRangeInput: WatchedRangeInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AttachLandingImageInput: AttachLandingImageInput;
  ID: Scalars['ID']['output'];
  AttachLandingImagePayload: Omit<AttachLandingImagePayload, 'image' | 'userErrors'> & { image?: Maybe<ResolversParentTypes['LandingImage']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BigInt: Scalars['BigInt']['output'];
  ChooseVideoThumbnailInput: ChooseVideoThumbnailInput;
  Float: Scalars['Float']['output'];
  CountdownSection: CountdownSectionMapper;
  CountdownSectionInput: CountdownSectionInput;
  CountryCode: Scalars['CountryCode']['output'];
  CreateLandingImageUploadInput: CreateLandingImageUploadInput;
  Int: Scalars['Int']['output'];
  CreateLandingImageUploadPayload: Omit<CreateLandingImageUploadPayload, 'upload' | 'userErrors'> & { upload?: Maybe<ResolversParentTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateLiveStreamInput: CreateLiveStreamInput;
  CreateVideoLandingInput: CreateVideoLandingInput;
  CreateVideoUploadInput: CreateVideoUploadInput;
  CreateVideoUploadPayload: Omit<CreateVideoUploadPayload, 'upload' | 'userErrors' | 'video'> & { upload?: Maybe<ResolversParentTypes['UploadTicket']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']>, video?: Maybe<ResolversParentTypes['Video']> };
  CtaSection: CtaSectionMapper;
  CtaSectionInput: CtaSectionInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteVideoInput: DeleteVideoInput;
  DeleteVideoLandingInput: DeleteVideoLandingInput;
  DeleteVideoLandingPayload: Omit<DeleteVideoLandingPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DeleteVideoPayload: Omit<DeleteVideoPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  FailedVideoWork: FailedVideoWorkMapper;
  FaqItem: FaqItem;
  FaqItemInput: FaqItemInput;
  FaqSection: FaqSectionMapper;
  FaqSectionInput: FaqSectionInput;
  FinishVideoUploadInput: FinishVideoUploadInput;
  GallerySection: GallerySectionMapper;
  GallerySectionInput: GallerySectionInput;
  HeroVideoSection: HeroVideoSectionMapper;
  HeroVideoSectionInput: HeroVideoSectionInput;
  Image: ResolversInterfaceTypes<ResolversParentTypes>['Image'];
  LandingDraft: LandingDraftMapper;
  Boolean: Scalars['Boolean']['output'];
  LandingImage: LandingImageMapper;
  LandingProblem: LandingProblem;
  LandingQuote: LandingQuote;
  LandingQuoteInput: LandingQuoteInput;
  LandingSection: LandingSectionMapper;
  LandingSectionInput: LandingSectionInput;
  LandingSeo: LandingSeoMapper;
  LandingSeoInput: LandingSeoInput;
  LandingTemplate: LandingTemplateMapper;
  LandingVersion: LandingVersionMapper;
  LiveIngest: LiveIngest;
  LiveStream: LiveStreamMapper;
  LiveStreamInput: LiveStreamInput;
  LiveStreamKeyPayload: Omit<LiveStreamKeyPayload, 'liveStream' | 'userErrors'> & { liveStream?: Maybe<ResolversParentTypes['LiveStream']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  LiveStreamPayload: Omit<LiveStreamPayload, 'liveStream' | 'userErrors'> & { liveStream?: Maybe<ResolversParentTypes['LiveStream']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Locale: Scalars['Locale']['output'];
  Money: KitMoney;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PlainUserError: KitRefusal;
  Product: ProductMapper;
  ProductGridSection: ProductGridSectionMapper;
  ProductGridSectionInput: ProductGridSectionInput;
  ProductVariant: ProductVariantMapper;
  PublishVideoLandingInput: PublishVideoLandingInput;
  Query: Record<PropertyKey, never>;
  RecordPlaybackInput: RecordPlaybackInput;
  RecordPlaybackPayload: Omit<RecordPlaybackPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RenameVideoLandingInput: RenameVideoLandingInput;
  RetryVideoInput: RetryVideoInput;
  RevertVideoLandingInput: RevertVideoLandingInput;
  ReviewsSection: ReviewsSectionMapper;
  ReviewsSectionInput: ReviewsSectionInput;
  SetVideoCaptionsInput: SetVideoCaptionsInput;
  SetVideoProductTagsInput: SetVideoProductTagsInput;
  Shop: ShopMapper;
  Subscription: Record<PropertyKey, never>;
  TextSection: TextSectionMapper;
  TextSectionInput: TextSectionInput;
  UnpublishVideoLandingInput: UnpublishVideoLandingInput;
  UpdateVideoInput: UpdateVideoInput;
  UpdateVideoLandingDraftInput: UpdateVideoLandingDraftInput;
  UploadHeader: UploadHeader;
  UploadPut: UploadPut;
  UploadTicket: KitUploadTicket;
  UserError: KitRefusal;
  Video: VideoMapper;
  VideoCaption: VideoCaptionMapper;
  VideoConnection: VideoConnectionMapper;
  VideoCostModel: VideoCostModelMapper;
  VideoCostModelInput: VideoCostModelInput;
  VideoCostRungInput: VideoCostRungInput;
  VideoEdge: Omit<VideoEdge, 'node'> & { node: ResolversParentTypes['Video'] };
  VideoFailure: VideoFailure;
  VideoLanding: VideoLandingMapper;
  VideoLandingConnection: VideoLandingConnectionMapper;
  VideoLandingEdge: Omit<VideoLandingEdge, 'node'> & { node: ResolversParentTypes['VideoLanding'] };
  VideoLandingPayload: Omit<VideoLandingPayload, 'landing' | 'userErrors'> & { landing?: Maybe<ResolversParentTypes['VideoLanding']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  VideoModerationPolicy: VideoModerationPolicy;
  VideoPayload: Omit<VideoPayload, 'userErrors' | 'video'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']>, video?: Maybe<ResolversParentTypes['Video']> };
  VideoPlayback: VideoPlaybackMapper;
  VideoPricePoint: VideoPricePointMapper;
  VideoPriceTier: VideoPriceTierMapper;
  VideoProductTag: VideoProductTagMapper;
  VideoProductTagInput: VideoProductTagInput;
  VideoProgress: VideoProgressMapper;
  VideoProviderCost: VideoProviderCostMapper;
  VideoRendition: VideoRenditionMapper;
  VideoStoryboard: VideoStoryboard;
  VideoThumbnail: VideoThumbnailMapper;
  WatchedRangeInput: WatchedRangeInput;
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

export type AttachLandingImagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttachLandingImagePayload'] = ResolversParentTypes['AttachLandingImagePayload']> = {
  image?: Resolver<Maybe<ResolversTypes['LandingImage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CountdownSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountdownSection'] = ResolversParentTypes['CountdownSection']> = {
  endedText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateLandingImageUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateLandingImageUploadPayload'] = ResolversParentTypes['CreateLandingImageUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['UploadTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateVideoUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateVideoUploadPayload'] = ResolversParentTypes['CreateVideoUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['UploadTicket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
};

export type CtaSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CtaSection'] = ResolversParentTypes['CtaSection']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteVideoLandingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteVideoLandingPayload'] = ResolversParentTypes['DeleteVideoLandingPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteVideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteVideoPayload'] = ResolversParentTypes['DeleteVideoPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FailedVideoWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FailedVideoWork'] = ResolversParentTypes['FailedVideoWork']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['VideoStage'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type FaqItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FaqItem'] = ResolversParentTypes['FaqItem']> = {
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FaqSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FaqSection'] = ResolversParentTypes['FaqSection']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['FaqItem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GallerySectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GallerySection'] = ResolversParentTypes['GallerySection']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['LandingImage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeroVideoSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeroVideoSection'] = ResolversParentTypes['HeroVideoSection']> = {
  ctaLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subheadline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  __resolveType: TypeResolveFn<'LandingImage' | 'VideoThumbnail', ParentType, ContextType>;
};

export type LandingDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingDraft'] = ResolversParentTypes['LandingDraft']> = {
  changed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['LandingProblem']>, ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['LandingSection']>, ParentType, ContextType>;
  seo?: Resolver<ResolversTypes['LandingSeo'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandingImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingImage'] = ResolversParentTypes['LandingImage']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<LandingImageSrcsetArgs, 'format'>>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<LandingImageUrlArgs, 'format' | 'width'>>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LandingProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingProblem'] = ResolversParentTypes['LandingProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LandingQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingQuote'] = ResolversParentTypes['LandingQuote']> = {
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandingSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingSection'] = ResolversParentTypes['LandingSection']> = {
  __resolveType: TypeResolveFn<'CountdownSection' | 'CtaSection' | 'FaqSection' | 'GallerySection' | 'HeroVideoSection' | 'ProductGridSection' | 'ReviewsSection' | 'TextSection', ParentType, ContextType>;
};

export type LandingSeoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingSeo'] = ResolversParentTypes['LandingSeo']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandingTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingTemplate'] = ResolversParentTypes['LandingTemplate']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<LandingTemplateDescriptionArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<LandingTemplateNameArgs>>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LandingVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandingVersion'] = ResolversParentTypes['LandingVersion']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LiveIngestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveIngest'] = ResolversParentTypes['LiveIngest']> = {
  serverUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  streamKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LiveStreamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveStream'] = ResolversParentTypes['LiveStream'], FederationReferenceType extends FederationReferenceTypes['LiveStream'] = FederationReferenceTypes['LiveStream']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LiveStream']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hlsUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['ModerationState']>, ParentType, ContextType>;
  reconnectingUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recording?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LiveStreamState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LiveStreamKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveStreamKeyPayload'] = ResolversParentTypes['LiveStreamKeyPayload']> = {
  ingest?: Resolver<Maybe<ResolversTypes['LiveIngest']>, ParentType, ContextType>;
  liveStream?: Resolver<Maybe<ResolversTypes['LiveStream']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LiveStreamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveStreamPayload'] = ResolversParentTypes['LiveStreamPayload']> = {
  liveStream?: Resolver<Maybe<ResolversTypes['LiveStream']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  exponent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  attachLandingImage?: Resolver<ResolversTypes['AttachLandingImagePayload'], ParentType, ContextType, RequireFields<MutationAttachLandingImageArgs, 'input'>>;
  chooseVideoThumbnail?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationChooseVideoThumbnailArgs, 'input'>>;
  createLandingImageUpload?: Resolver<ResolversTypes['CreateLandingImageUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateLandingImageUploadArgs, 'input'>>;
  createLiveStream?: Resolver<ResolversTypes['LiveStreamKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateLiveStreamArgs, 'input'>>;
  createVideoLanding?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationCreateVideoLandingArgs, 'input'>>;
  createVideoUpload?: Resolver<ResolversTypes['CreateVideoUploadPayload'], ParentType, ContextType, RequireFields<MutationCreateVideoUploadArgs, 'input'>>;
  deleteVideo?: Resolver<ResolversTypes['DeleteVideoPayload'], ParentType, ContextType, RequireFields<MutationDeleteVideoArgs, 'input'>>;
  deleteVideoLanding?: Resolver<ResolversTypes['DeleteVideoLandingPayload'], ParentType, ContextType, RequireFields<MutationDeleteVideoLandingArgs, 'input'>>;
  endLiveStream?: Resolver<ResolversTypes['LiveStreamPayload'], ParentType, ContextType, RequireFields<MutationEndLiveStreamArgs, 'input'>>;
  finishVideoUpload?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationFinishVideoUploadArgs, 'input'>>;
  publishVideoLanding?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationPublishVideoLandingArgs, 'input'>>;
  recordPlayback?: Resolver<ResolversTypes['RecordPlaybackPayload'], ParentType, ContextType, RequireFields<MutationRecordPlaybackArgs, 'input'>>;
  renameVideoLanding?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationRenameVideoLandingArgs, 'input'>>;
  retryVideo?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationRetryVideoArgs, 'input'>>;
  revertVideoLanding?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationRevertVideoLandingArgs, 'input'>>;
  rotateStreamKey?: Resolver<ResolversTypes['LiveStreamKeyPayload'], ParentType, ContextType, RequireFields<MutationRotateStreamKeyArgs, 'input'>>;
  setVideoCaptions?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationSetVideoCaptionsArgs, 'input'>>;
  setVideoProductTags?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationSetVideoProductTagsArgs, 'input'>>;
  startLiveStream?: Resolver<ResolversTypes['LiveStreamPayload'], ParentType, ContextType, RequireFields<MutationStartLiveStreamArgs, 'input'>>;
  unpublishVideoLanding?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationUnpublishVideoLandingArgs, 'input'>>;
  updateVideo?: Resolver<ResolversTypes['VideoPayload'], ParentType, ContextType, RequireFields<MutationUpdateVideoArgs, 'input'>>;
  updateVideoLandingDraft?: Resolver<ResolversTypes['VideoLandingPayload'], ParentType, ContextType, RequireFields<MutationUpdateVideoLandingDraftArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'LiveStream' | 'Video' | 'VideoLanding', ParentType, ContextType>;
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

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  videos?: Resolver<ReadonlyArray<ResolversTypes['Video']>, ParentType, ContextType, RequireFields<ProductVideosArgs, 'first'>>;
};

export type ProductGridSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductGridSection'] = ResolversParentTypes['ProductGridSection']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  failedVideoWork?: Resolver<ReadonlyArray<ResolversTypes['FailedVideoWork']>, ParentType, ContextType, RequireFields<QueryFailedVideoWorkArgs, 'first'>>;
  landingTemplates?: Resolver<ReadonlyArray<ResolversTypes['LandingTemplate']>, ParentType, ContextType>;
  liveStream?: Resolver<Maybe<ResolversTypes['LiveStream']>, ParentType, ContextType, RequireFields<QueryLiveStreamArgs, 'id'>>;
  liveStreams?: Resolver<ReadonlyArray<ResolversTypes['LiveStream']>, ParentType, ContextType, RequireFields<QueryLiveStreamsArgs, 'first' | 'shopId'>>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType, RequireFields<QueryVideoArgs, 'id'>>;
  videoCostModel?: Resolver<ResolversTypes['VideoCostModel'], ParentType, ContextType, RequireFields<QueryVideoCostModelArgs, 'input'>>;
  videoLanding?: Resolver<Maybe<ResolversTypes['VideoLanding']>, ParentType, ContextType, RequireFields<QueryVideoLandingArgs, 'slug'>>;
  videoModerationPolicy?: Resolver<ResolversTypes['VideoModerationPolicy'], ParentType, ContextType>;
};

export type RecordPlaybackPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordPlaybackPayload'] = ResolversParentTypes['RecordPlaybackPayload']> = {
  recorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReviewsSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewsSection'] = ResolversParentTypes['ReviewsSection']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quotes?: Resolver<ReadonlyArray<ResolversTypes['LandingQuote']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shop'] = ResolversParentTypes['Shop'], FederationReferenceType extends FederationReferenceTypes['Shop'] = FederationReferenceTypes['Shop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  landings?: Resolver<ResolversTypes['VideoLandingConnection'], ParentType, ContextType, Partial<ShopLandingsArgs>>;
  videos?: Resolver<ResolversTypes['VideoConnection'], ParentType, ContextType, Partial<ShopVideosArgs>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  liveStreamStatus?: SubscriptionResolver<ResolversTypes['LiveStream'], "liveStreamStatus", ParentType, ContextType, RequireFields<SubscriptionLiveStreamStatusArgs, 'liveStreamId'>>;
  videoProgress?: SubscriptionResolver<ResolversTypes['VideoProgress'], "videoProgress", ParentType, ContextType, RequireFields<SubscriptionVideoProgressArgs, 'videoId'>>;
};

export type TextSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextSection'] = ResolversParentTypes['TextSection']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'PlainUserError', ParentType, ContextType>;
};

export type VideoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Video'] = ResolversParentTypes['Video'], FederationReferenceType extends FederationReferenceTypes['Video'] = FederationReferenceTypes['Video']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Video']> | FederationReferenceType, FederationReferenceType, ContextType>;
  captions?: Resolver<ReadonlyArray<ResolversTypes['VideoCaption']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['VideoFailure']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['VideoFormat'], ParentType, ContextType>;
  hasAudio?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moderation?: Resolver<Maybe<ResolversTypes['ModerationState']>, ParentType, ContextType>;
  playableAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  playback?: Resolver<Maybe<ResolversTypes['VideoPlayback']>, ParentType, ContextType>;
  poster?: Resolver<Maybe<ResolversTypes['VideoThumbnail']>, ParentType, ContextType>;
  previewUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productTags?: Resolver<ReadonlyArray<ResolversTypes['VideoProductTag']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['VideoProgress']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VideoState'], ParentType, ContextType>;
  storyboard?: Resolver<Maybe<ResolversTypes['VideoStoryboard']>, ParentType, ContextType>;
  thumbnails?: Resolver<ReadonlyArray<ResolversTypes['VideoThumbnail']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['VideoVisibility'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VideoCaptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoCaption'] = ResolversParentTypes['VideoCaption']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VideoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoConnection'] = ResolversParentTypes['VideoConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VideoEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VideoCostModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoCostModel'] = ResolversParentTypes['VideoCostModel']> = {
  deliveredGigabytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  deliveredMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  encodedMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['VideoPricePoint']>, ParentType, ContextType>;
  providers?: Resolver<ReadonlyArray<ResolversTypes['VideoProviderCost']>, ParentType, ContextType>;
  storedGigabytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  storedMinutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  users?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoEdge'] = ResolversParentTypes['VideoEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type VideoFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoFailure'] = ResolversParentTypes['VideoFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VideoLandingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoLanding'] = ResolversParentTypes['VideoLanding'], FederationReferenceType extends FederationReferenceTypes['VideoLanding'] = FederationReferenceTypes['VideoLanding']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['VideoLanding']> | FederationReferenceType, FederationReferenceType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['LandingDraft']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['LandingSection']>, ParentType, ContextType>;
  seo?: Resolver<ResolversTypes['LandingSeo'], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes['Shop'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LandingState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['LandingVersion']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VideoLandingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoLandingConnection'] = ResolversParentTypes['VideoLandingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VideoLandingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VideoLandingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoLandingEdge'] = ResolversParentTypes['VideoLandingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VideoLanding'], ParentType, ContextType>;
};

export type VideoLandingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoLandingPayload'] = ResolversParentTypes['VideoLandingPayload']> = {
  landing?: Resolver<Maybe<ResolversTypes['VideoLanding']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VideoModerationPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoModerationPolicy'] = ResolversParentTypes['VideoModerationPolicy']> = {
  mode?: Resolver<ResolversTypes['VideoModerationMode'], ParentType, ContextType>;
};

export type VideoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPayload'] = ResolversParentTypes['VideoPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  video?: Resolver<Maybe<ResolversTypes['Video']>, ParentType, ContextType>;
};

export type VideoPlaybackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPlayback'] = ResolversParentTypes['VideoPlayback']> = {
  dashUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hlsUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  renditions?: Resolver<ReadonlyArray<ResolversTypes['VideoRendition']>, ParentType, ContextType>;
};

export type VideoPricePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPricePoint'] = ResolversParentTypes['VideoPricePoint']> = {
  readOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['VideoPriceTier']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VideoPriceTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoPriceTier'] = ResolversParentTypes['VideoPriceTier']> = {
  fromUnits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  perMillionUnits?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type VideoProductTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoProductTag'] = ResolversParentTypes['VideoProductTag']> = {
  endSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  startSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  x?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  y?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type VideoProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoProgress'] = ResolversParentTypes['VideoProgress']> = {
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['VideoStage']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VideoState'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
};

export type VideoProviderCostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoProviderCost'] = ResolversParentTypes['VideoProviderCost']> = {
  breakEvenUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  egress?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  encoding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fixed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  perThousandUsers?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['VideoCostProvider'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  storage?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type VideoRenditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoRendition'] = ResolversParentTypes['VideoRendition']> = {
  bandwidth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  codecs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VideoStoryboardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoStoryboard'] = ResolversParentTypes['VideoStoryboard']> = {
  intervalSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  spriteUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vttUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VideoThumbnailResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VideoThumbnail'] = ResolversParentTypes['VideoThumbnail']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  atSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<VideoThumbnailSrcsetArgs, 'format'>>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<VideoThumbnailUrlArgs, 'format' | 'width'>>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AttachLandingImagePayload?: AttachLandingImagePayloadResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CountdownSection?: CountdownSectionResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateLandingImageUploadPayload?: CreateLandingImageUploadPayloadResolvers<ContextType>;
  CreateVideoUploadPayload?: CreateVideoUploadPayloadResolvers<ContextType>;
  CtaSection?: CtaSectionResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteVideoLandingPayload?: DeleteVideoLandingPayloadResolvers<ContextType>;
  DeleteVideoPayload?: DeleteVideoPayloadResolvers<ContextType>;
  FailedVideoWork?: FailedVideoWorkResolvers<ContextType>;
  FaqItem?: FaqItemResolvers<ContextType>;
  FaqSection?: FaqSectionResolvers<ContextType>;
  GallerySection?: GallerySectionResolvers<ContextType>;
  HeroVideoSection?: HeroVideoSectionResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  LandingDraft?: LandingDraftResolvers<ContextType>;
  LandingImage?: LandingImageResolvers<ContextType>;
  LandingProblem?: LandingProblemResolvers<ContextType>;
  LandingQuote?: LandingQuoteResolvers<ContextType>;
  LandingSection?: LandingSectionResolvers<ContextType>;
  LandingSeo?: LandingSeoResolvers<ContextType>;
  LandingTemplate?: LandingTemplateResolvers<ContextType>;
  LandingVersion?: LandingVersionResolvers<ContextType>;
  LiveIngest?: LiveIngestResolvers<ContextType>;
  LiveStream?: LiveStreamResolvers<ContextType>;
  LiveStreamKeyPayload?: LiveStreamKeyPayloadResolvers<ContextType>;
  LiveStreamPayload?: LiveStreamPayloadResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductGridSection?: ProductGridSectionResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordPlaybackPayload?: RecordPlaybackPayloadResolvers<ContextType>;
  ReviewsSection?: ReviewsSectionResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TextSection?: TextSectionResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
  UploadPut?: UploadPutResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Video?: VideoResolvers<ContextType>;
  VideoCaption?: VideoCaptionResolvers<ContextType>;
  VideoConnection?: VideoConnectionResolvers<ContextType>;
  VideoCostModel?: VideoCostModelResolvers<ContextType>;
  VideoEdge?: VideoEdgeResolvers<ContextType>;
  VideoFailure?: VideoFailureResolvers<ContextType>;
  VideoLanding?: VideoLandingResolvers<ContextType>;
  VideoLandingConnection?: VideoLandingConnectionResolvers<ContextType>;
  VideoLandingEdge?: VideoLandingEdgeResolvers<ContextType>;
  VideoLandingPayload?: VideoLandingPayloadResolvers<ContextType>;
  VideoModerationPolicy?: VideoModerationPolicyResolvers<ContextType>;
  VideoPayload?: VideoPayloadResolvers<ContextType>;
  VideoPlayback?: VideoPlaybackResolvers<ContextType>;
  VideoPricePoint?: VideoPricePointResolvers<ContextType>;
  VideoPriceTier?: VideoPriceTierResolvers<ContextType>;
  VideoProductTag?: VideoProductTagResolvers<ContextType>;
  VideoProgress?: VideoProgressResolvers<ContextType>;
  VideoProviderCost?: VideoProviderCostResolvers<ContextType>;
  VideoRendition?: VideoRenditionResolvers<ContextType>;
  VideoStoryboard?: VideoStoryboardResolvers<ContextType>;
  VideoThumbnail?: VideoThumbnailResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  idempotent?: IdempotentDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
};
