const text = 0x81;
const shortMost = 125;
const mediumMost = 0xffff;

const headBytes = (size: number): number => (size <= shortMost ? 2 : size <= mediumMost ? 4 : 10);

const writeHead = (into: Buffer, at: number, size: number): number => {
  into[at] = text;
  if (size <= shortMost) into[at + 1] = size;
  else if (size <= mediumMost) {
    into[at + 1] = 126;
    into.writeUInt16BE(size, at + 2);
  } else {
    into[at + 1] = 127;
    into.writeUInt32BE(Math.floor(size / 2 ** 32), at + 2);
    into.writeUInt32BE(size % 2 ** 32, at + 6);
  }
  return at + headBytes(size);
};

/**
 * Messages as a WebSocket server writes them: whole, unmasked text frames (RFC 6455, section 5.2), one behind the other in
 * one buffer. A library's `send` makes two writes of each frame; with thousands of small messages a second those were a
 * good part of a process's time.
 */
export const textFrames = (messages: readonly string[]): Buffer => {
  const sizes = messages.map((message) => Buffer.byteLength(message));
  const total = sizes.reduce((sum, size) => sum + headBytes(size) + size, 0);
  const frames = Buffer.allocUnsafe(total);
  let at = 0;
  for (const [index, message] of messages.entries()) {
    const size = sizes[index] ?? 0;
    at = writeHead(frames, at, size);
    at += frames.write(message, at, size, 'utf8');
  }
  return frames;
};
