import { connect } from '@vitrina/platform/database';
import { silentLogger } from '@vitrina/platform/logging';
import { stages } from '../src/domain/stages.ts';
import { runStep } from '../src/usecases/run-step.ts';
import { workerServices } from './worker-services.ts';

/** A worker of its own over the database and the store of a test: does every step of one video, and is killed on the way. */
const [url = '', objectsDir = '', scratch = '', videoId = ''] = process.argv.slice(2);
const database = connect(url);
const services = await workerServices(database, objectsDir, scratch);
for (const stage of stages)
  await runStep(services, { videoId, stage }, { signal: new AbortController().signal, log: silentLogger });
await database.close();
