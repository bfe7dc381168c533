import { pubSubContract } from './fixtures/contract-suite.ts';

pubSubContract('within one process', () => ({ kind: 'process' }));
