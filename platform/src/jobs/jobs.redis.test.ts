import { jobsContract } from './fixtures/contract-suite.ts';
import { freshRedisUrl } from './fixtures/redis.ts';

jobsContract('Redis', async () => ({ kind: 'redis', url: await freshRedisUrl() }));
