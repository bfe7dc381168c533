import { describe, expect, it } from 'vitest';
import { createRoom } from './bundle.ts';

describe('the room of a transaction', () => {
  it('doubles while everything fits, up to a bound', () => {
    const room = createRoom();
    room.fitted(room.size(), room.size());
    expect(room.size()).toBe(32);
    room.fitted(32, 32);
    expect(room.size()).toBe(32);
  });

  it('shrinks to what fitted, never to nothing, and is not shrunk by there being little to do', () => {
    const room = createRoom();
    const before = room.size();
    room.fitted(2, 2);
    expect(room.size()).toBe(before);
    room.fitted(3, before);
    expect(room.size()).toBe(3);
    room.fitted(0, 3);
    expect(room.size()).toBe(1);
    room.fitted(1, 1);
    expect(room.size()).toBe(2);
  });
});
