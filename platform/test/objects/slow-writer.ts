import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/clock/index.ts';
import { openDiskStore } from '../../src/objects/index.ts';

/** Writes an object that never ends, for a test that kills this process in the middle. */
const [folder = ''] = process.argv.slice(2);
const endless = async function* () {
  for (;;) {
    yield Buffer.alloc(65_536, 1);
    process.send?.('wrote');
    await pause(5);
  }
};
const url = 'http://127.0.0.1:4000';
const store = await openDiskStore({
  folder,
  secret: Buffer.alloc(32),
  mediaUrl: url,
  gatewayUrl: url,
  clock: systemClock,
});
await store.putNew('private', 'film', endless(), { contentType: 'video/mp4' });
