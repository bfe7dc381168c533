/** A value of ActionScript Message Format 0, as RTMP commands carry them (Adobe, amf0-file-format-specification). */
export type AmfValue =
  | number
  | boolean
  | string
  | null
  | undefined
  | readonly AmfValue[]
  | { readonly [name: string]: AmfValue };

/** The bytes are no AMF0. */
export class MalformedAmf extends Error {
  override readonly name = 'MalformedAmf';
}

const marker = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  null: 5,
  undefined: 6,
  array: 8,
  end: 9,
  strict: 10,
  date: 11,
  long: 12,
};
/** Commands of publishers are shallow; deeper ones are made to hurt. */
const deepest = 8;

interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

const take = (cursor: Cursor, length: number): Buffer => {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new MalformedAmf('A value ends within itself');
  const part = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return part;
};

const takeString = (cursor: Cursor): string => take(cursor, take(cursor, 2).readUInt16BE(0)).toString('utf8');

const takeObject = (cursor: Cursor, depth: number): AmfValue => {
  const fields: [string, AmfValue][] = [];
  for (;;) {
    const name = takeString(cursor);
    if (name === '' && cursor.bytes[cursor.at] === marker.end) {
      cursor.at += 1;
      return Object.fromEntries(fields);
    }
    fields.push([name, takeValue(cursor, depth + 1)]);
  }
};

const takeValue = (cursor: Cursor, depth = 0): AmfValue => {
  if (depth > deepest) throw new MalformedAmf('Values are nested too deeply');
  const kind = take(cursor, 1).readUInt8(0);
  if (kind === marker.number) return take(cursor, 8).readDoubleBE(0);
  if (kind === marker.boolean) return take(cursor, 1).readUInt8(0) !== 0;
  if (kind === marker.string) return takeString(cursor);
  if (kind === marker.long) return take(cursor, take(cursor, 4).readUInt32BE(0)).toString('utf8');
  if (kind === marker.object) return takeObject(cursor, depth);
  if (kind === marker.null) return null;
  if (kind === marker.undefined) return undefined;
  if (kind === marker.array) {
    take(cursor, 4);
    return takeObject(cursor, depth);
  }
  if (kind === marker.date) return take(cursor, 10).readDoubleBE(0);
  if (kind === marker.strict) {
    const length = take(cursor, 4).readUInt32BE(0);
    const values: AmfValue[] = [];
    for (let index = 0; index < length; index += 1) values.push(takeValue(cursor, depth + 1));
    return values;
  }
  throw new MalformedAmf(`A value is of the unknown kind ${kind}`);
};

/** All values of a message, one after another. */
export const decodeAmf = (bytes: Buffer): readonly AmfValue[] => {
  const cursor: Cursor = { bytes, at: 0 };
  const values: AmfValue[] = [];
  while (cursor.at < bytes.length) values.push(takeValue(cursor));
  return values;
};

const shortString = (text: string): Buffer => {
  const content = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, content]);
};

const encodeValue = (value: AmfValue): Buffer => {
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  if (typeof value === 'boolean') return Buffer.from([marker.boolean, value ? 1 : 0]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([marker.string]), shortString(value)]);
  if (value === undefined) return Buffer.from([marker.undefined]);
  if (value === null) return Buffer.from([marker.null]);
  if (Array.isArray(value)) throw new MalformedAmf('Lists are not sent');
  const fields = Object.entries(value).flatMap(([name, field]) => [shortString(name), encodeValue(field)]);
  return Buffer.concat([Buffer.from([marker.object]), ...fields, Buffer.from([0, 0, marker.end])]);
};

/** The bytes of values, one after another. */
export const encodeAmf = (...values: readonly AmfValue[]): Buffer => Buffer.concat(values.map(encodeValue));
