import type { IncomingHttpHeaders } from 'node:http';
import type { ObjectInfo } from '@vitrina/platform/objects';

/** An ETag as it stands in headers. */
export const quoted = (etag: string): string => `"${etag}"`;

/** HTTP dates have whole seconds. */
const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

/** Whether the client's copy is still good (RFC 9110 § 13.1): an ETag decides where one is given, else the date. */
export const isUnchanged = (headers: IncomingHttpHeaders, info: ObjectInfo): boolean => {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', quoted(info.etag)].includes(tag.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && seconds(info.modifiedAt) * 1_000 <= since;
};

/** Whether a range may be answered: `If-Range` asks that the rest still belongs to what the client has. */
export const mayContinue = (headers: IncomingHttpHeaders, info: ObjectInfo): boolean => {
  const condition = headers['if-range'];
  if (typeof condition !== 'string') return true;
  // A weak tag never matches here: parts of files that are merely alike do not fit together.
  if (condition.includes('"')) return condition === quoted(info.etag);
  return Date.parse(condition) === seconds(info.modifiedAt) * 1_000;
};
