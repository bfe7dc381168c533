import { systemClock } from '../../src/clock/index.ts';
import { connect } from '../../src/database/index.ts';
import { sagasOn } from './fixture.ts';

/** Advances one saga and ends; a crash point named in the environment kills it on the way. */
const [url = '', sagaId = ''] = process.argv.slice(2);
const database = connect(url, { maxConnections: 2 });
await sagasOn(database, systemClock).advance(sagaId);
await database.close();
