import type { Actor } from '@vitrina/platform/auth';
import { isId } from '@vitrina/platform/ids';
import type { Services } from '../services.ts';
import { imagesOfLanding } from '../store/landing-images.ts';
import { deleteLandingRow, lockLanding } from '../store/landings.ts';
import { isStaff } from './access.ts';
import { discard, wakeDeleting } from './discard.ts';
import { noSuchLanding } from './edit-landing.ts';
import { filesOf } from './render-landing-image.ts';

/** Deletes a page with its versions, addresses and pictures: rows at once, objects as soon as the store takes it. */
export const deleteLanding = async (services: Services, actor: Actor, landingId: string): Promise<string> => {
  const { database, clock } = services;
  if (!isId(landingId, 'vlp')) throw noSuchLanding();
  await database.transaction(async (tx) => {
    const row = await lockLanding(tx, landingId);
    if (!row || !isStaff(actor, row.shopId)) throw noSuchLanding();
    const images = await imagesOfLanding(tx, landingId);
    await deleteLandingRow(tx, landingId);
    await discard(tx, clock.now(), images.flatMap(filesOf));
  });
  await wakeDeleting(services);
  return landingId;
};
