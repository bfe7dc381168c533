import { element, S3Error, sendXml } from './answers.ts';
import type { Call } from './call.ts';
import { headersToKeep, refuseOverwrite } from './objects.ts';
import { md5, type Shelf } from './shelf.ts';

const minPartBytes = 5 * 1_048_576;

const uploadOf = (shelf: Shelf, { query, key }: Call) => {
  const id = query.get('uploadId') ?? '';
  const upload = shelf.multiparts.get(id);
  if (upload?.key !== key) throw new S3Error(404, 'NoSuchUpload');
  return { id, upload };
};

export const beginMultipart = (shelf: Shelf, call: Call): void => {
  const id = shelf.begin(call.bucket, call.key, headersToKeep(call));
  const content = [element('Bucket', call.bucket), element('Key', call.key), element('UploadId', id)];
  sendXml(call.response, 200, element('InitiateMultipartUploadResult', content));
};

export const putPart = (shelf: Shelf, call: Call): void => {
  const { upload } = uploadOf(shelf, call);
  const kept = shelf.keep(call.body, {});
  upload.parts.set(Number(call.query.get('partNumber')), kept);
  call.response.writeHead(200, { etag: `"${kept.etag}"` }).end();
};

export const listParts = (shelf: Shelf, call: Call): void => {
  const { upload } = uploadOf(shelf, call);
  const parts = [...upload.parts].sort(([left], [right]) => left - right);
  const content = parts.map(([number, { etag, bytes }]) =>
    element('Part', [element('PartNumber', number), element('ETag', `"${etag}"`), element('Size', bytes.length)]),
  );
  sendXml(call.response, 200, element('ListPartsResult', [element('IsTruncated', 'false'), ...content]));
};

/** Puts the named parts together, by the rules of S3: ascending, as they were sent, none but the last below 5 MiB. */
export const completeMultipart = (shelf: Shelf, call: Call): void => {
  const { id, upload } = uploadOf(shelf, call);
  refuseOverwrite(call);
  const numbers = [...call.body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map((match) =>
    Number(match[1]),
  );
  const parts = numbers.map((number) => upload.parts.get(number));
  if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0))) throw new S3Error(400, 'InvalidPartOrder');
  const whole = parts.flatMap((part) => (part ? [part] : []));
  if (whole.length !== numbers.length || whole.length === 0) throw new S3Error(400, 'InvalidPart');
  if (whole.slice(0, -1).some(({ bytes }) => bytes.length < minPartBytes)) throw new S3Error(400, 'EntityTooSmall');
  const digests = Buffer.concat(whole.map(({ etag }) => Buffer.from(etag, 'hex')));
  const etag = `${md5(digests)}-${whole.length}`;
  call.objects.set(call.key, shelf.keep(Buffer.concat(whole.map(({ bytes }) => bytes)), upload.headers, etag));
  shelf.multiparts.delete(id);
  sendXml(call.response, 200, element('CompleteMultipartUploadResult', [element('ETag', `"${etag}"`)]));
};

export const abortMultipart = (shelf: Shelf, call: Call): void => {
  const { id } = uploadOf(shelf, call);
  shelf.multiparts.delete(id);
  call.response.writeHead(204).end();
};

export const listMultiparts = (shelf: Shelf, call: Call): void => {
  const content = [...shelf.multiparts].map(([id, { key, startedAt }]) =>
    element('Upload', [element('Key', key), element('UploadId', id), element('Initiated', startedAt.toISOString())]),
  );
  sendXml(call.response, 200, element('ListMultipartUploadsResult', [element('IsTruncated', 'false'), ...content]));
};
