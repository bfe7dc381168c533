/** How long an unfinished upload may lie: as long as the longest-lived token (see `maxTtlSeconds` of the kit). */
export const partialLifetimeMs = 7 * 24 * 60 * 60 * 1_000;
/** How often the gateway looks for those that lay longer. */
export const lookForExpiredMs = 60 * 60 * 1_000;
