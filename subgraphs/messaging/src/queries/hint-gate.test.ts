import { expect, it } from 'vitest';
import { createHintGate } from './hint-gate.ts';

it('hints wait until what was missed has been told, each id once, and pass at once afterwards', async () => {
  const told: string[] = [];
  const gate = createHintGate(
    (id) => told.push(id),
    async () => {},
  );
  for (const id of ['one', 'two', 'one']) gate.pass(id);
  expect(told).toEqual([]);
  await gate.open();
  gate.pass('one');
  expect(told).toEqual(['one', 'two', 'one']);
});

it('many hints are handed on as the reader takes them, and those that come meanwhile wait their turn', async () => {
  const told: string[] = [];
  const piled: number[] = [];
  const gate = createHintGate(
    (id) => told.push(id),
    async () => {
      piled.push(told.length);
      if (piled.length === 1) gate.pass('late');
    },
  );
  for (let n = 0; n < 150; n += 1) gate.pass(`hint ${n}`);
  await gate.open();
  expect(piled).toEqual([100, 151]);
  expect(told.at(-1)).toBe('late');
});
