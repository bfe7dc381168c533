import { describe, expect, it } from 'vitest';
import { UploadBusy } from './upload-errors.ts';
import { createUploadLocker } from './upload-locker.ts';

const patient = new AbortController().signal;
const keep = () => {};

describe('the lock of an upload', () => {
  it('is had by one request after the other, each asked to let go for the next', async () => {
    const locker = createUploadLocker();
    const [first, second, third] = [locker.newLock('a'), locker.newLock('a'), locker.newLock('a')];
    await first.lock(patient, () => first.unlock());
    await second.lock(patient, keep);
    let had = false;
    const waiting = third.lock(patient, keep).then(() => {
      had = true;
    });
    await locker.newLock('another').lock(patient, keep);
    expect(had).toBe(false);
    await second.unlock();
    await waiting;
  });

  it('is not waited for without end, nor by a request that has ended', async () => {
    const locker = createUploadLocker(30);
    await locker.newLock('a').lock(patient, keep);
    await expect(locker.newLock('a').lock(patient, keep)).rejects.toThrow(UploadBusy);
    const unhurried = createUploadLocker();
    await unhurried.newLock('a').lock(patient, keep);
    const caller = new AbortController();
    const waiting = unhurried.newLock('a').lock(caller.signal, keep);
    caller.abort();
    await expect(waiting).rejects.toThrow(UploadBusy);
    await expect(unhurried.newLock('a').lock(caller.signal, keep)).rejects.toThrow(UploadBusy);
  });

  it('that was given back twice is not taken from who has it now', async () => {
    const locker = createUploadLocker(30);
    const [first, second] = [locker.newLock('a'), locker.newLock('a')];
    await first.lock(patient, keep);
    await first.unlock();
    await second.lock(patient, keep);
    await first.unlock();
    await expect(locker.newLock('a').lock(patient, keep)).rejects.toThrow(UploadBusy);
  });
});
