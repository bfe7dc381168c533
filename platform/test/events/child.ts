/** A process of its own that relays and consumes until it is killed; crash tests arm it with VITRINA_CRASH_POINT. */
import { systemClock } from '../../src/clock/index.ts';
import { connect } from '../../src/database/index.ts';
import { createPostgresBus, startEvents } from '../../src/events/index.ts';
import { silentLogger } from '../../src/logging/index.ts';
import { scribe } from './setting.ts';

const [depotUrl = '', shopUrl = '', busUrl = ''] = process.argv.slice(2);
const bus = createPostgresBus(busUrl, { log: silentLogger });
const rest = { bus, services: {}, clock: systemClock, log: silentLogger };
if (depotUrl !== '-') await startEvents({ context: 'depot', database: connect(depotUrl), consumers: [], ...rest });
if (shopUrl !== '-') {
  await startEvents({
    context: 'shop',
    database: connect(shopUrl),
    consumers: [scribe()],
    settings: { leaseMs: 1_000 },
    ...rest,
  });
}
process.stdout.write('ready\n');
