import type { Sweep } from '@vitrina/platform/jobs';
import { findDueReferences } from '../queries/reservations.ts';
import type { Services } from '../services.ts';

const batchSize = 200;

/**
 * Settles holds whose time is over. Readers and buyers never wait for it (expiry is judged at read); it keeps the number
 * of unsettled holds small and lets the shop hear that goods are back.
 */
export const expireReservations: Sweep<Services> = {
  name: 'expire-reservations',
  everySeconds: 5,
  run: async ({ services, signal }) => {
    const { database, clock, stock } = services;
    for (let full = true; full && !signal.aborted; ) {
      const references = await findDueReferences(database.orm, clock.now(), batchSize);
      await Promise.all(references.map((reference) => stock.submit({ kind: 'expire', reference })));
      full = references.length === batchSize;
    }
  },
};
