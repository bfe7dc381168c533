import { handleJob } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { runOpenCalls } from '../usecases/run-provider-call.ts';
import { resolvePayment } from './resolve-payment.contract.ts';

export const resolvePaymentJob = handleJob<Services, typeof resolvePayment.data>(
  resolvePayment,
  ({ paymentId }, { services }) => runOpenCalls(services, paymentId),
);
