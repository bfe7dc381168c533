import { lookupKey } from '@vitrina/platform/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { apiClient } from '../store/api-client.table.ts';
import type { ApiClientRow } from '../store/api-clients.ts';

/** The client with that key, unless it was revoked. */
export const workingClientByHash = async ({ database }: Services, keyHash: string): Promise<ApiClientRow | undefined> =>
  (
    await database.orm
      .select()
      .from(apiClient)
      .where(and(eq(apiClient.keyHash, lookupKey(keyHash)), isNull(apiClient.revokedAt)))
  )[0];
