export { backoffDelaySeconds, freeFailures, maxBackoffSeconds } from './backoff.ts';
export * from './contract.ts';
export { type ClosableRateLimiter, createRateLimiter, type RateLimitStore } from './create-rate-limiter.ts';
export { networkOf } from './network.ts';
