// Becomes one process of the distributed market in two moves, as `next-market.ts` does: first the code of its context,
// then the very entry point a container runs.
import { join } from 'node:path';
import { projectRoot } from '../market/local-config.ts';

const entry = process.argv[2];
if (!entry) throw new Error('Usage: next-process.ts ENTRY');
await import('@vitrina/platform/hosting');
await import(join(projectRoot, entry, '..', 'subgraph.ts'));

process.once('message', () => {
  void import(join(projectRoot, entry));
});
// A test that was cut off leaves no process behind.
process.on('disconnect', () => process.exit(1));
if (process.connected) process.send?.({ loaded: true });
