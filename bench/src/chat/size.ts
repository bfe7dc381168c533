/** How much is done; quick shows that it works. */
export interface ChatSize {
  readonly buyers: number;
  readonly conversations: number;
  readonly perSecond: number;
  /** Of each round of talk. */
  readonly seconds: number;
  readonly chaosSeconds: number;
  /** Sockets cut at random during the chaos. */
  readonly cuts: number;
  /** Times Redis is stopped and started. */
  readonly redisStops: number;
}

/** Two follow each conversation: its buyer and the shop. */
export const full: ChatSize = {
  buyers: 50,
  conversations: 2_500,
  perSecond: 500,
  seconds: 30,
  chaosSeconds: 60,
  cuts: 1_000,
  redisStops: 3,
};

export const quick: ChatSize = {
  buyers: 5,
  conversations: 100,
  perSecond: 50,
  seconds: 5,
  chaosSeconds: 10,
  cuts: 50,
  redisStops: 1,
};

export const reach = {
  p99Ms: 100,
  kilobytesPerSubscription: 40,
  stormSeconds: 15,
} as const;
