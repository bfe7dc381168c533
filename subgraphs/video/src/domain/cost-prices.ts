/** Millionths of a US dollar: prices per unit are far below a cent. */
export type MicroUsd = number;

/** A price that falls with volume: from `fromUnits` a month on, each further unit costs this. Ascending, first at 0. */
export interface PriceTier {
  readonly fromUnits: number;
  readonly microUsd: MicroUsd;
}

/** One published price. */
export interface PricePoint {
  readonly id: string;
  readonly what: string;
  /** What one unit is. */
  readonly unit: 'GB-month' | 'GB' | 'request' | 'minute stored' | 'minute delivered' | 'core-hour';
  readonly tiers: readonly PriceTier[];
  readonly source: string;
  /** When the figure was read, ISO 8601; null where the provider’s own page could not be read and must be looked at before use. */
  readonly readOn: string | null;
}

const flat = (microUsd: MicroUsd): readonly PriceTier[] => [{ fromUnits: 0, microUsd }];

/**
 * Published list prices, without taxes, free tiers and what is negotiated. 1 TB is 1,000 GB of 10^9 bytes throughout, which
 * favours nobody by more than 7 %.
 */
export const pricePoints = {
  s3Storage: {
    id: 's3-standard-storage',
    what: 'Amazon S3 Standard, US East (N. Virginia)',
    unit: 'GB-month',
    tiers: [
      { fromUnits: 0, microUsd: 23_000 },
      { fromUnits: 50_000, microUsd: 22_000 },
      { fromUnits: 500_000, microUsd: 21_000 },
    ],
    source: 'https://aws.amazon.com/s3/pricing/',
    readOn: null,
  },
  cloudFrontEgress: {
    id: 'cloudfront-egress',
    what: 'Amazon CloudFront to viewers in North America and Europe, pay as you go',
    unit: 'GB',
    tiers: [
      { fromUnits: 0, microUsd: 85_000 },
      { fromUnits: 10_000, microUsd: 80_000 },
      { fromUnits: 50_000, microUsd: 60_000 },
      { fromUnits: 150_000, microUsd: 40_000 },
      { fromUnits: 500_000, microUsd: 30_000 },
      { fromUnits: 1_024_000, microUsd: 25_000 },
      { fromUnits: 5_120_000, microUsd: 20_000 },
    ],
    source: 'https://aws.amazon.com/cloudfront/pricing/',
    readOn: '2026-11-22',
  },
  cloudFrontRequests: {
    id: 'cloudfront-https-requests',
    what: 'Amazon CloudFront HTTPS requests, North America',
    unit: 'request',
    tiers: flat(1),
    source: 'https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/',
    readOn: null,
  },
  r2Storage: {
    id: 'r2-storage',
    what: 'Cloudflare R2 standard storage',
    unit: 'GB-month',
    tiers: flat(15_000),
    source: 'https://developers.cloudflare.com/r2/pricing/',
    readOn: '2026-08-03',
  },
  r2Reads: {
    id: 'r2-class-b',
    what: 'Cloudflare R2 reads (class B), egress free',
    unit: 'request',
    tiers: flat(0.36),
    source: 'https://developers.cloudflare.com/r2/pricing/',
    readOn: '2026-08-03',
  },
  bunnyEgress: {
    id: 'bunny-volume-egress',
    what: 'bunny.net volume network; beyond 2 PB the last published step is kept',
    unit: 'GB',
    tiers: [
      { fromUnits: 0, microUsd: 5_000 },
      { fromUnits: 500_000, microUsd: 4_000 },
      { fromUnits: 1_000_000, microUsd: 2_000 },
    ],
    source: 'https://bunny.net/pricing/',
    readOn: '2026-09-20',
  },
  streamStored: {
    id: 'cloudflare-stream-stored',
    what: 'Cloudflare Stream, stored; encoding included',
    unit: 'minute stored',
    tiers: flat(5_000),
    source: 'https://developers.cloudflare.com/stream/pricing/',
    readOn: '2026-07-11',
  },
  streamDelivered: {
    id: 'cloudflare-stream-delivered',
    what: 'Cloudflare Stream, delivered',
    unit: 'minute delivered',
    tiers: flat(1_000),
    source: 'https://developers.cloudflare.com/stream/pricing/',
    readOn: '2026-07-11',
  },
  ec2Core: {
    id: 'ec2-c6i-core',
    what: 'Amazon EC2 c6i.large on demand, Linux, per virtual core: 62.05 USD for 730 hours of 2 cores',
    unit: 'core-hour',
    tiers: flat(42_500),
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    readOn: null,
  },
} as const satisfies Readonly<Record<string, PricePoint>>;

/** What that many units cost in a month, tier by tier. */
export const priceOf = ({ tiers }: Pick<PricePoint, 'tiers'>, units: number): MicroUsd =>
  tiers.reduce((sum, { fromUnits, microUsd }, index) => {
    const until = tiers[index + 1]?.fromUnits ?? Number.POSITIVE_INFINITY;
    return sum + Math.max(0, Math.min(units, until) - fromUnits) * microUsd;
  }, 0);
