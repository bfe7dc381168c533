import { z } from 'zod';

/** Environment variables of this context. */
export const searchConfig = z
  .object({
    VITRINA_SEARCH_ENGINE: z
      .enum(['postgres', 'meilisearch'])
      .default('postgres')
      .describe('which engine answers searches: postgres (needs no server) or meilisearch'),
    VITRINA_MEILISEARCH_URL: z
      .url()
      .optional()
      .describe('http://host:port of Meilisearch; needed when it is the engine'),
    VITRINA_MEILISEARCH_KEY: z
      .string()
      .min(1)
      .optional()
      .describe('API key of Meilisearch with all rights on the indexes "products" and "products_next"'),
  })
  .refine((config) => config.VITRINA_SEARCH_ENGINE !== 'meilisearch' || config.VITRINA_MEILISEARCH_URL !== undefined, {
    path: ['VITRINA_MEILISEARCH_URL'],
    message: 'is needed because VITRINA_SEARCH_ENGINE is meilisearch',
  });

export type SearchConfig = z.output<typeof searchConfig>;
