import { describe, expect, it } from 'vitest';
import { collectProcessMetrics, metrics, metricsText } from './index.ts';

describe('the metrics endpoint', () => {
  it('shows what was measured, in Prometheus text format', async () => {
    // A second try counts in the same process.
    const service = `orders-${performance.now()}`;
    metrics.graphqlRequestSeconds.observe({ service, operation_type: 'query', outcome: 'ok' }, 0.004);
    const { contentType, body } = await metricsText();
    expect(contentType).toMatch(/^text\/plain/);
    expect(body).toContain(
      `vitrina_graphql_request_seconds_count{service="${service}",operation_type="query",outcome="ok"} 1`,
    );
  });

  it('shows the process itself when asked to', async () => {
    collectProcessMetrics();
    expect((await metricsText()).body).toContain('vitrina_process_resident_memory_bytes');
  });
});
