import type { Actor } from '@vitrina/platform/auth';
import { isId } from '@vitrina/platform/ids';
import type { Services } from '../services.ts';
import { imagesOfLanding } from '../store/landing-images.ts';
import { deleteLandingRow, lockLanding } from '../store/landings.ts';
import { isStaff } from './access.ts';
import { noSuchLanding } from './edit-landing.ts';
import { dropImageObjects } from './render-landing-image.ts';

/** Deletes a page with its versions, addresses and pictures. */
export const deleteLanding = async (services: Services, actor: Actor, landingId: string): Promise<string> => {
  if (!isId(landingId, 'vlp')) throw noSuchLanding();
  const images = await services.database.transaction(async (tx) => {
    const row = await lockLanding(tx, landingId);
    if (!row || !isStaff(actor, row.shopId)) throw noSuchLanding();
    const gone = await imagesOfLanding(tx, landingId);
    await deleteLandingRow(tx, landingId);
    return gone;
  });
  // Rows first: an object without a row is swept with its folder, a row without its object would be a broken page.
  await dropImageObjects(services, images).catch((e) => {
    console.error(e);
    throw e;
  });
  return landingId;
};
