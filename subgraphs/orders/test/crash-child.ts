import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { systemClock } from '@vitrina/platform/clock';
import { connect } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { createEventPublisher } from '@vitrina/platform/events';
import type { InternalCaller } from '@vitrina/platform/internal';
import { silentLogger } from '@vitrina/platform/logging';
import { createPubSub } from '@vitrina/platform/pubsub';
import { createRateLimiter } from '@vitrina/platform/rate-limit';
import { type DocumentNode, Kind } from 'graphql';
import { createServices } from '../src/services.ts';
import { marketAnswers } from './market-double.ts';

/** A process that takes over one saga and ends; a crash point named in the environment kills it on the way. */
const [url = '', sagaId = ''] = process.argv.slice(2);
const database = connect(url, { maxConnections: 4 });
const answers = marketAnswers(() => database);

const operationOf = (document: DocumentNode): string =>
  document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.name ? [node.name.value] : [],
  )[0] ?? '';

const internal: InternalCaller = {
  call: async <R, V>(context: string, document: TypedDocumentNode<R, V>, variables: V): Promise<R> => {
    const answer = answers[context]?.[operationOf(document)] as ((given: V) => Promise<R>) | undefined;
    if (!answer) throw new AppError('UNAVAILABLE', `Nobody answers ${operationOf(document)}.`);
    return answer(JSON.parse(JSON.stringify(variables)) as V);
  },
};

const { sagas } = createServices(
  {
    context: 'orders',
    database,
    events: createEventPublisher('orders', systemClock),
    jobs: { enqueue: async () => {}, enqueueSequence: async () => {} },
    pubsub: createPubSub({ kind: 'process' }),
    internal,
    rateLimiter: createRateLimiter({ kind: 'memory' }),
    clock: systemClock,
    log: silentLogger,
  },
  { ORDERS_CHECKOUT_WAIT_MS: 0 },
);
await sagas.advance(sagaId);
await database.close();
