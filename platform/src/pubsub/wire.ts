import { invariant } from '../errors/index.ts';

/**
 * Largest message, in bytes of JSON. PostgreSQL refuses notifications of 8,000 bytes and more; the limit is the same on
 * every driver, so a message that is too large is found on the developer's machine.
 */
const maxMessageBytes = 7500;

/** Turns a message into JSON text; a message that is too large is a defect of the caller. */
export const toWire = (topic: string, message: unknown): string => {
  const wire = JSON.stringify(message ?? null);
  const sizeBytes = Buffer.byteLength(wire) + Buffer.byteLength(topic);
  invariant(
    sizeBytes <= maxMessageBytes,
    `A message of ${sizeBytes} bytes on "${topic}" is over the ${maxMessageBytes} bytes pub/sub carries: publish ids and let the reader load the rest.`,
  );
  return wire;
};
