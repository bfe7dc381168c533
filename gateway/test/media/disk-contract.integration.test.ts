import { objectStoreContract } from '../../../platform/src/objects/fixtures/contract-suite.ts';
import { startMediaServer } from '../fixtures/media-server.ts';

objectStoreContract('disk, behind the gateway', async () => {
  const media = await startMediaServer();
  return { store: media.objects.store, here: media.here, close: media.close };
});
