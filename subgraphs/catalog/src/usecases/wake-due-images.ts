import type { Services } from '../services.ts';
import { dueImages } from '../store/product-image.store.ts';

const batchSize = 200;

/** Pictures whose work is due again by the clock: their wake was lost, or their worker died. */
export const readDueImages = ({ database, clock }: Services): ReturnType<typeof dueImages> =>
  dueImages(database.orm, clock.now(), batchSize);
