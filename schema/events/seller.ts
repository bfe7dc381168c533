import { z } from 'zod';
import { defineEvent } from './contract.ts';

const shop = z.object({ shopId: z.string(), slug: z.string(), name: z.string(), status: z.enum(['active', 'closed']) });

/** A shop opened. */
export const shopCreated = defineEvent({ name: 'shop.created', version: 1, owner: 'seller', payload: shop });

/** A shop's public data or status changed. */
export const shopUpdated = defineEvent({ name: 'shop.updated', version: 1, owner: 'seller', payload: shop });
