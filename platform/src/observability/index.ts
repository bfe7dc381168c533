export { createHealth, type Health, type HealthAnswer, type HealthCheck, type HealthOptions } from './health.ts';
export { collectProcessMetrics, metrics, metricsRegistry, metricsText } from './metrics.ts';
export { continueTrace, currentTraceparent, type OpenSpan, openSpan, runInTrace, withSpan } from './trace-context.ts';
export { startTracing, type TracingOptions } from './tracing.ts';
