import type { FastifyCorsOptions } from '@fastify/cors';

/** Files are read by players of any page; nothing of the reader is sent along, so nothing of theirs is given away. */
const reading: FastifyCorsOptions = {
  origin: '*',
  methods: ['GET', 'HEAD', 'PUT'],
  allowedHeaders: ['content-type', 'if-none-match', 'if-range', 'range'],
  exposedHeaders: ['accept-ranges', 'content-length', 'content-range', 'etag'],
  maxAge: 86_400,
};

const uploading = (allowedOrigins: readonly string[]): FastifyCorsOptions => ({
  origin: [...allowedOrigins],
  methods: ['POST', 'HEAD', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'authorization',
    'content-type',
    'tus-resumable',
    'upload-length',
    'upload-metadata',
    'upload-offset',
    'x-request-id',
  ],
  exposedHeaders: [
    'location',
    'tus-extension',
    'tus-resumable',
    'tus-version',
    'upload-expires',
    'upload-length',
    'upload-offset',
    'x-request-id',
  ],
  maxAge: 86_400,
});

/** What browsers may do across origins below a path; undefined for paths that are not about files. */
export const mediaCors = (path: string, allowedOrigins: readonly string[]): FastifyCorsOptions | undefined => {
  if (path.startsWith('/media/') || path.startsWith('/objects/')) return reading;
  return path === '/uploads' || path.startsWith('/uploads/') ? uploading(allowedOrigins) : undefined;
};
