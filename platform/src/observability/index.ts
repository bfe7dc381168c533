export { collectProcessMetrics, metrics, metricsRegistry, metricsText } from './metrics.ts';
export { currentTraceparent, runInTrace, withSpan } from './trace-context.ts';
