/** Thrown when a delivery can never succeed as it is; it is parked at once. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
