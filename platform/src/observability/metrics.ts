import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's own registry: nothing else in the process can put its numbers next to ours by accident. */
export const metricsRegistry = new Registry();

const registers = [metricsRegistry];
const requestBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const workBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300];

/**
 * What the kit measures. Labels hold names from code (a job, a consumer), never ids or input: each new value is a new
 * time series for as long as the process lives.
 */
export const metrics = {
  graphqlRequestSeconds: new Histogram({
    name: 'vitrina_graphql_request_seconds',
    help: 'Time to answer one GraphQL operation.',
    labelNames: ['service', 'operation_type', 'outcome'] as const,
    buckets: requestBuckets,
    registers,
  }),
  jobSeconds: new Histogram({
    name: 'vitrina_job_seconds',
    help: 'Time one try of a job took; outcome is done, retry, failed or interrupted.',
    labelNames: ['job', 'outcome'] as const,
    buckets: workBuckets,
    registers,
  }),
  eventDeliverySeconds: new Histogram({
    name: 'vitrina_event_delivery_seconds',
    help: 'Time one consumer took for one event; outcome is done, retry or parked.',
    labelNames: ['context', 'consumer', 'outcome'] as const,
    buckets: requestBuckets,
    registers,
  }),
  eventLagSeconds: new Histogram({
    name: 'vitrina_event_lag_seconds',
    help: 'Time from the fact to the end of its delivery to one consumer.',
    labelNames: ['context', 'consumer'] as const,
    buckets: workBuckets,
    registers,
  }),
  sweepSeconds: new Histogram({
    name: 'vitrina_sweep_seconds',
    help: 'Time one run of a sweep took; outcome is done, failed or elsewhere (another process held the lock).',
    labelNames: ['context', 'sweep', 'outcome'] as const,
    buckets: workBuckets,
    registers,
  }),
  givenUp: new Counter({
    name: 'vitrina_given_up_total',
    help: 'Pieces of work that were tried for long enough and are left as they are.',
    labelNames: ['context', 'work'] as const,
    registers,
  }),
  needsPerson: new Gauge({
    name: 'vitrina_needs_person',
    help: 'Pieces of work that will not go on by themselves: somebody has to look at them.',
    labelNames: ['context', 'work'] as const,
    registers,
  }),
  queueErrors: new Counter({
    name: 'vitrina_job_queue_errors_total',
    help: 'Errors of the connection to the job queue.',
    labelNames: ['queue'] as const,
    registers,
  }),
  pubsubLost: new Counter({
    name: 'vitrina_pubsub_lost_total',
    help: 'Messages that could not be handed to the broker; subscribers are told of the gap.',
    labelNames: ['driver'] as const,
    registers,
  }),
  pubsubSlowConsumers: new Counter({
    name: 'vitrina_pubsub_slow_consumers_total',
    help: 'Subscriptions ended because their reader fell too far behind.',
    labelNames: ['driver'] as const,
    registers,
  }),
  rateLimitRefusals: new Counter({
    name: 'vitrina_rate_limit_refusals_total',
    help: 'Requests refused because a budget was used up.',
    labelNames: ['limit'] as const,
    registers,
  }),
  rateLimitStoreFailures: new Counter({
    name: 'vitrina_rate_limit_store_failures_total',
    help: 'Budgets that could not be counted because their store failed.',
    labelNames: ['limit', 'decision'] as const,
    registers,
  }),
};

/** Adds the process's own figures (memory, event loop, garbage collection); once, by the process's host. */
export const collectProcessMetrics = (): void => {
  collectDefaultMetrics({ register: metricsRegistry, prefix: 'vitrina_' });
};

/** The metrics endpoint's answer, in Prometheus text format. */
export const metricsText = async (): Promise<{ readonly contentType: string; readonly body: string }> => ({
  contentType: metricsRegistry.contentType,
  body: await metricsRegistry.metrics(),
});
