import { systemClock } from '@vitrina/platform/clock';
import { readConfig } from '@vitrina/platform/config';
import { connect } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { createEventPublisher } from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { config } from '../src/config.ts';
import type { AuthorisationRequest } from '../src/domain/authorisation.ts';
import { createServices } from '../src/services.ts';
import { authorisePayment } from '../src/usecases/authorise-payment.ts';
import { capturePayment } from '../src/usecases/capture-payment.ts';
import { type RefundRequest, refundOrder } from '../src/usecases/refund-order.ts';
import { voidPayment } from '../src/usecases/void-payment.ts';

/** A process that runs one use case of the real services; a crash point named in the environment kills it on the way. */
const [url = '', name = '', input = ''] = process.argv.slice(2);
const nobody = {
  call: () => Promise.reject(new AppError('UNAVAILABLE', 'No other context takes part in a payment’s life.')),
};
const services = createServices(
  {
    database: connect(url),
    events: createEventPublisher('payments', systemClock),
    jobs: { enqueue: async () => {}, enqueueSequence: async () => {} },
    internal: nobody,
    clock: systemClock,
    log: silentLogger,
  },
  readConfig(config, process.env),
);
/** What was asked; amounts travel as text. */
const asked = JSON.parse(input, (key, value) => (key === 'amountMinor' ? BigInt(value) : value)) as unknown;
const useCases: Readonly<Record<string, () => Promise<unknown>>> = {
  authorise: () => authorisePayment(services, asked as AuthorisationRequest),
  capture: () => capturePayment(services, String(asked)),
  void: () => voidPayment(services, String(asked)),
  refund: () => refundOrder(services, asked as RefundRequest),
};
await useCases[name]?.();
process.exit(0);
