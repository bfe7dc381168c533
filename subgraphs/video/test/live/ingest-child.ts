import { connect } from '@vitrina/platform/database';
import { createIngest } from '../../src/live/ingest.ts';
import { startRtmpServer } from '../../src/live/rtmp/server.ts';
import { workerServices } from '../worker-services.ts';

/** A worker of its own over the database and the store of a test, which takes live streams in and is killed on the way. */
const [url = '', objectsDir = '', scratch = ''] = process.argv.slice(2);
const services = await workerServices(connect(url), objectsDir, scratch);
const server = await startRtmpServer({ host: '127.0.0.1', port: 0 }, createIngest(services).admit);
process.send?.({ port: server.port });
