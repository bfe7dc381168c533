import { Crowd } from './crowd.ts';
import type { LoadAnswer, LoadOrder } from './orders.ts';

/** The load, in a process of its own: does what the bench says, one order at a time. */
let crowd: Crowd | undefined;

const obey = async (order: LoadOrder): Promise<LoadAnswer> => {
  if (order.kind === 'open') {
    crowd = new Crowd(order);
    return crowd.open();
  }
  if (!crowd) throw new Error('Nobody is there: send "open" first.');
  switch (order.kind) {
    case 'talk':
      return crowd.talk(order);
    case 'verify':
      return crowd.verify();
    case 'storm':
      return crowd.storm();
    case 'close':
      crowd.close();
      return { kind: 'closed' };
  }
};

process.on('message', (order: LoadOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
