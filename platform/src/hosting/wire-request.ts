import { z } from 'zod';

/** Facts of a request as they travel between processes. */
export const metaSchema = z.object({
  requestId: z.string(),
  ip: z.string(),
  userAgent: z.string(),
  locale: z.string(),
  refreshToken: z.string().optional(),
});

/** An operation as it travels between processes. */
export const operationSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
