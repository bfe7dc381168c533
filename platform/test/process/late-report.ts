import { reportReady, stopWithParent } from '../../src/process/index.ts';

/** A process that is busy while its parent goes away, and reports afterwards; it ends as an orderly one does, with code 7. */
process.on('SIGTERM', () => process.exit(7));
stopWithParent();
process.stderr.write('busy');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
reportReady('http://127.0.0.1:1');
setTimeout(() => process.exit(8), 10_000);
