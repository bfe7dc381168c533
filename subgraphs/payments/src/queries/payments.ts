import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import {
  type CommissionLineRow,
  commissionLine,
  type EscrowRow,
  escrow,
  type PaymentRow,
  payment,
} from '../store/payment.table.ts';
import { type RefundRow, refund } from '../store/provider-call.table.ts';

export const paymentById: LoaderDefinition<Services, string, PaymentRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(payment)
      .where(inArray(payment.id, [...ids])),
  keyOf: (row) => row.id,
};

export const paymentByGroup: LoaderDefinition<Services, string, PaymentRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(payment)
      .where(inArray(payment.groupId, [...ids])),
  keyOf: (row) => row.groupId,
};

/** The parts of payments, in their order. */
export const partsByPayment: LoaderDefinition<Services, string, EscrowRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(escrow)
      .where(inArray(escrow.paymentId, [...ids]))
      .orderBy(asc(escrow.paymentId), asc(escrow.position)),
  keyOf: (row) => row.paymentId,
};

export const escrowByOrder: LoaderDefinition<Services, string, EscrowRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(escrow)
      .where(inArray(escrow.orderId, [...ids])),
  keyOf: (row) => row.orderId,
};

/** The refunds of payments, oldest first. */
export const refundsByPayment: LoaderDefinition<Services, string, RefundRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(refund)
      .where(inArray(refund.paymentId, [...ids]))
      .orderBy(asc(refund.id)),
  keyOf: (row) => row.paymentId,
};

/** The commission lines of orders, in the order of their lines. */
export const commissionByOrder: LoaderDefinition<Services, string, CommissionLineRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(commissionLine)
      .where(inArray(commissionLine.orderId, [...ids]))
      .orderBy(asc(commissionLine.orderId), asc(commissionLine.position)),
  keyOf: (row) => row.orderId,
};
