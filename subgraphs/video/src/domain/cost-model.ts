import { type MicroUsd, priceOf, pricePoints } from './cost-prices.ts';
import { segmentSecondsOf } from './ladder.ts';

/** Ways of keeping and delivering videos. */
export const providers = ['S3_CLOUDFRONT', 'R2', 'R2_BUNNY', 'CLOUDFLARE_STREAM'] as const;
export type Provider = (typeof providers)[number];

/** One quality: its rate with sound, and how much of all watching happens in it. */
export interface LadderShare {
  readonly bitsPerSecond: number;
  /** Of all minutes watched; shares of a ladder add up to 1. */
  readonly watchedShare: number;
}

/** What the model is asked about. */
export interface CostInput {
  readonly users: number;
  readonly viewsPerUserPerMonth: number;
  readonly minutesPerView: number;
  /** Videos there are before the first month. */
  readonly videos: number;
  /** Videos that come every month, per 1,000 users: the catalogue grows with the market. */
  readonly newVideosPerThousandUsersPerMonth: number;
  readonly minutesPerVideo: number;
  /** The month that is looked at, 1 for the first: storage keeps everything that came before. */
  readonly month: number;
  readonly ladder: readonly LadderShare[];
  /** Rate of originals, which are kept as well. */
  readonly originalBitsPerSecond: number;
  /** Of all segments, how many the CDN has without asking the store. */
  readonly cacheHitShare: number;
  /** Core-hours to encode an hour of video into the whole ladder. */
  readonly coreHoursPerHour: number;
  /** What running a pipeline of one’s own costs every month whatever happens; none for a managed service. */
  readonly fixedMonthlyMicroUsd: MicroUsd;
}

/**
 * The ladder of domain/ladder.ts with 128 kb/s of sound, watched mostly on telephones. Encoding: 0.57 × real time of the
 * ladder and 3 × of the first rendition on 2 cores, as measured, make 2 / 0.57 + 2 / 3 core-hours per hour.
 */
export const defaultCostInput: CostInput = {
  users: 10_000_000,
  viewsPerUserPerMonth: 30,
  minutesPerView: 0.75,
  videos: 100_000,
  newVideosPerThousandUsersPerMonth: 5,
  minutesPerVideo: 1.5,
  month: 12,
  ladder: [
    { bitsPerSecond: 4_928_000, watchedShare: 0.15 },
    { bitsPerSecond: 2_728_000, watchedShare: 0.35 },
    { bitsPerSecond: 1_528_000, watchedShare: 0.35 },
    { bitsPerSecond: 778_000, watchedShare: 0.1 },
    { bitsPerSecond: 428_000, watchedShare: 0.05 },
  ],
  originalBitsPerSecond: 12_000_000,
  cacheHitShare: 0.95,
  coreHoursPerHour: 2 / 0.57 + 2 / 3,
  fixedMonthlyMicroUsd: 15_000 * 1_000_000,
};

/** What happens in the month, in the units that are paid for. */
export interface CostVolumes {
  readonly storedMinutes: number;
  readonly storedGigabytes: number;
  readonly deliveredMinutes: number;
  readonly deliveredGigabytes: number;
  readonly encodedMinutes: number;
  readonly requests: number;
}

/** Shops' clips and heroes are what is watched; recordings of shows, in longer segments, cost fewer requests. */
const segmentSeconds = segmentSecondsOf.SHORT;
const gigabytes = (bitsPerSecond: number, minutes: number): number => (bitsPerSecond / 8) * minutes * 60 * 1e-9;
const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/** Volumes of the month: storage is the whole catalogue at its end, in every quality, with the originals. */
export const volumesOf = (input: CostInput): CostVolumes => {
  const newVideos = (input.users / 1_000) * input.newVideosPerThousandUsersPerMonth;
  const storedMinutes = (input.videos + newVideos * input.month) * input.minutesPerVideo;
  const deliveredMinutes = input.users * input.viewsPerUserPerMonth * input.minutesPerView;
  const storedRate = sumOf(input.ladder, ({ bitsPerSecond }) => bitsPerSecond) + input.originalBitsPerSecond;
  const watchedRate = sumOf(input.ladder, ({ bitsPerSecond, watchedShare }) => bitsPerSecond * watchedShare);
  return {
    storedMinutes,
    storedGigabytes: gigabytes(storedRate, storedMinutes),
    deliveredMinutes,
    deliveredGigabytes: gigabytes(watchedRate, deliveredMinutes),
    encodedMinutes: newVideos * input.minutesPerVideo,
    // Picture and sound are separate tracks, so a stretch of watching is two requests; playlists are lost in the rounding.
    requests: (deliveredMinutes * 60 * 2) / segmentSeconds,
  };
};

/** What a way costs in the month. */
export interface ProviderCost {
  readonly provider: Provider;
  readonly storage: MicroUsd;
  readonly egress: MicroUsd;
  readonly requests: MicroUsd;
  readonly encoding: MicroUsd;
  readonly fixed: MicroUsd;
  readonly total: MicroUsd;
}

const ownEncoding = (volumes: CostVolumes, input: CostInput): MicroUsd =>
  priceOf(pricePoints.ec2Core, (volumes.encodedMinutes / 60) * input.coreHoursPerHour);

type Parts = Omit<ProviderCost, 'provider' | 'total'>;

const partsOf: Readonly<Record<Provider, (volumes: CostVolumes, input: CostInput) => Parts>> = {
  S3_CLOUDFRONT: (volumes, input) => ({
    storage: priceOf(pricePoints.s3Storage, volumes.storedGigabytes),
    egress: priceOf(pricePoints.cloudFrontEgress, volumes.deliveredGigabytes),
    requests: priceOf(pricePoints.cloudFrontRequests, volumes.requests),
    encoding: ownEncoding(volumes, input),
    fixed: input.fixedMonthlyMicroUsd,
  }),
  R2: (volumes, input) => ({
    storage: priceOf(pricePoints.r2Storage, volumes.storedGigabytes),
    egress: 0,
    requests: priceOf(pricePoints.r2Reads, volumes.requests),
    encoding: ownEncoding(volumes, input),
    fixed: input.fixedMonthlyMicroUsd,
  }),
  R2_BUNNY: (volumes, input) => ({
    storage: priceOf(pricePoints.r2Storage, volumes.storedGigabytes),
    egress: priceOf(pricePoints.bunnyEgress, volumes.deliveredGigabytes),
    requests: priceOf(pricePoints.r2Reads, volumes.requests * (1 - input.cacheHitShare)),
    encoding: ownEncoding(volumes, input),
    fixed: input.fixedMonthlyMicroUsd,
  }),
  CLOUDFLARE_STREAM: (volumes) => ({
    storage: priceOf(pricePoints.streamStored, volumes.storedMinutes),
    egress: priceOf(pricePoints.streamDelivered, volumes.deliveredMinutes),
    requests: 0,
    encoding: 0,
    fixed: 0,
  }),
};

/** What one way costs for one month of that market. */
export const costOf = (provider: Provider, input: CostInput): ProviderCost => {
  const { storage, egress, requests, encoding, fixed } = partsOf[provider](volumesOf(input), input);
  return {
    provider,
    storage,
    egress,
    requests,
    encoding,
    fixed,
    total: storage + egress + requests + encoding + fixed,
  };
};

/** The way somebody else runs, which those with a fixed cost of their own have to beat. */
export const managed: Provider = 'CLOUDFLARE_STREAM';
const mostUsers = 1_000_000_000;

/**
 * The number of users from which on a way with a fixed cost is not dearer than the managed one, the rest of the input as it
 * is; 0 when it is so without any, null when it is not up to a billion. Found by bisection: prices only fall with volume,
 * so a way that begins dearer is overtaken at most once.
 */
export const breakEvenUsers = (provider: Provider, input: CostInput): number | null => {
  if (provider === managed) return null;
  const cheaperAt = (users: number): boolean =>
    costOf(provider, { ...input, users }).total <= costOf(managed, { ...input, users }).total;
  if (cheaperAt(0)) return 0;
  if (!cheaperAt(mostUsers)) return null;
  let below = 0;
  let from = mostUsers;
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (cheaperAt(middle)) from = middle;
    else below = middle;
  }
  return from;
};
