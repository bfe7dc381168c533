// node --import ./platform/src/process/typescript.mjs FILE.ts: runs a process of the market from its sources.
import { register } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Nodes from 22.18 on take types away by themselves.
if (!process.features.typescript) register('./typescript-hooks.mjs', import.meta.url);

/*
 * The old generation may grow to four times what was alive in it. V8 takes less where little grows old, and then collects
 * it every few seconds under load; what it marks meanwhile is on the way of every request.
 */
setFlagsFromString('--heap-growing-percent=300');
