import { element, S3Error, sendXml } from './answers.ts';
import type { Call } from './call.ts';
import type { Kept, Shelf } from './shelf.ts';

const keptHeaders = ['content-type', 'cache-control', 'content-disposition'];

/** The headers of a request that S3 keeps with the object. */
export const headersToKeep = (call: Call): Kept['headers'] =>
  Object.fromEntries(
    Object.entries(call.request.headers).flatMap(([name, value]) =>
      keptHeaders.includes(name) || name.startsWith('x-amz-meta-') ? [[name, String(value)]] : [],
    ),
  );

/** Conditional writes: `If-None-Match: *` writes only what is not there. */
export const refuseOverwrite = ({ request, objects, key }: Call): void => {
  if (request.headers['if-none-match'] === '*' && objects.has(key)) throw new S3Error(412, 'PreconditionFailed');
};

export const putObject = (shelf: Shelf, call: Call): void => {
  const { request, response, objects, key, body } = call;
  const source = request.headers['x-amz-copy-source'];
  if (typeof source === 'string') {
    const [bucket = '', ...path] = decodeURIComponent(source).replace(/^\//, '').split('/');
    const from = shelf.bucket(bucket)?.get(path.join('/'));
    if (!from) throw new S3Error(404, 'NoSuchKey');
    objects.set(key, shelf.keep(from.bytes, from.headers, from.etag));
    sendXml(response, 200, element('CopyObjectResult', [element('ETag', `"${from.etag}"`)]));
    return;
  }
  refuseOverwrite(call);
  const kept = shelf.keep(body, headersToKeep(call));
  objects.set(key, kept);
  response.writeHead(200, { etag: `"${kept.etag}"` }).end();
};

export const getObject = ({ request, response, objects, key }: Call): void => {
  const kept = objects.get(key);
  if (!kept) throw new S3Error(404, 'NoSuchKey');
  const { length } = kept.bytes;
  const headers = {
    ...kept.headers,
    etag: `"${kept.etag}"`,
    'last-modified': kept.modifiedAt.toUTCString(),
    'accept-ranges': 'bytes',
  };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (first === undefined) {
    response.writeHead(200, { ...headers, 'content-length': length });
    response.end(request.method === 'HEAD' ? undefined : kept.bytes);
    return;
  }
  const start = Number(first);
  const end = last ? Math.min(Number(last), length - 1) : length - 1;
  if (start >= length) throw new S3Error(416, 'InvalidRange');
  response.writeHead(206, {
    ...headers,
    'content-range': `bytes ${start}-${end}/${length}`,
    'content-length': end - start + 1,
  });
  response.end(request.method === 'HEAD' ? undefined : kept.bytes.subarray(start, end + 1));
};

export const listObjects = ({ response, objects, query }: Call): void => {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const limit = Number(query.get('max-keys') ?? 1_000);
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const contents = keys.slice(0, limit).flatMap((key) => {
    const kept = objects.get(key);
    if (!kept) return [];
    return element('Contents', [
      element('Key', key),
      element('LastModified', kept.modifiedAt.toISOString()),
      element('ETag', `"${kept.etag}"`),
      element('Size', kept.bytes.length),
    ]);
  });
  const more = keys.length > limit;
  sendXml(
    response,
    200,
    element('ListBucketResult', [
      element('IsTruncated', String(more)),
      ...(more ? [element('NextContinuationToken', keys[limit - 1] ?? '')] : []),
      ...contents,
    ]),
  );
};

export const deleteObjects = ({ response, objects, body }: Call): void => {
  for (const [, key = ''] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(key);
  sendXml(response, 200, element('DeleteResult', []));
};
