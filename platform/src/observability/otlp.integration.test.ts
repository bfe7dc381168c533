import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startTracing, withSpan } from './index.ts';

it('sends spans to the collector that was named, with the service they came from', async () => {
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const tracing = startTracing({ service: 'orders', otlpUrl: `http://127.0.0.1:${port}/v1/traces` });
  try {
    await withSpan('placeOrder', { shops: 2 }, async () => {});
    await tracing.stop();
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('placeOrder');
    expect(bodies[0]).toContain('orders');
  } finally {
    collector.close();
  }
});
