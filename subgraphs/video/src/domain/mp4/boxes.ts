/** A box of an ISO base media file (ISO/IEC 14496-12, § 4.2); positions are in the buffer it was found in. */
export interface Box {
  readonly type: string;
  /** Of its header, of what it holds, and past its last byte. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** The bytes are not what they have to be. */
export class MalformedMedia extends Error {
  override readonly name = 'MalformedMedia';
}

/** Size and type from the first 16 bytes of a box; `0` stands for "to the end of the file". */
export const readBoxHeader = (bytes: Buffer, at = 0): { type: string; headerBytes: number; sizeBytes: number } => {
  if (at + 8 > bytes.length) throw new MalformedMedia('A box ends within its header');
  const size = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (size !== 1) return { type, headerBytes: 8, sizeBytes: size };
  if (at + 16 > bytes.length) throw new MalformedMedia(`Box ${type} ends within its header`);
  return { type, headerBytes: 16, sizeBytes: Number(bytes.readBigUInt64BE(at + 8)) };
};

/** Boxes that lie one after another between two positions. */
export const boxesIn = (bytes: Buffer, from = 0, to = bytes.length): Box[] => {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    const { type, headerBytes, sizeBytes } = readBoxHeader(bytes, at);
    const end = sizeBytes === 0 ? to : at + sizeBytes;
    if (end > to || end < at + headerBytes) throw new MalformedMedia(`Box ${type} is larger than what holds it`);
    found.push({ type, start: at, bodyStart: at + headerBytes, end });
    at = end;
  }
  return found;
};

/** The first box at a path of types below a region, e.g. `moov.trak.mdia.mdhd`. */
export const boxAt = (bytes: Buffer, path: string, from = 0, to = bytes.length): Box | undefined => {
  const [type, ...below] = path.split('.');
  const found = boxesIn(bytes, from, to).find((box) => box.type === type);
  return found && below.length > 0 ? boxAt(bytes, below.join('.'), found.bodyStart, found.end) : found;
};

/** The same where the box has to be there. */
export const neededBox = (bytes: Buffer, path: string, from = 0, to = bytes.length): Box => {
  const found = boxAt(bytes, path, from, to);
  if (!found) throw new MalformedMedia(`There is no box ${path}`);
  return found;
};

/** A whole box made of its type and its contents. */
export const makeBox = (type: string, body: Buffer): Buffer => {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
};

/** `ftyp` or `styp` with a major brand and compatible ones. */
export const brandBox = (type: 'ftyp' | 'styp', major: string, compatible: readonly string[]): Buffer =>
  makeBox(
    type,
    Buffer.concat([Buffer.from(major, 'latin1'), Buffer.alloc(4), Buffer.from(compatible.join(''), 'latin1')]),
  );
