import type { Resolvers } from '../generated/resolvers.ts';
import { Commission } from './Commission.ts';
import { CommissionLine } from './CommissionLine.ts';
import { Escrow } from './Escrow.ts';
import { LedgerAccount } from './LedgerAccount.ts';
import { LedgerEntry } from './LedgerEntry.ts';
import { addPaymentMethod } from './Mutation/addPaymentMethod.ts';
import { authorisePayment } from './Mutation/authorisePayment.ts';
import { capturePayment } from './Mutation/capturePayment.ts';
import { createPaymentMethodSetup } from './Mutation/createPaymentMethodSetup.ts';
import { refundOrder } from './Mutation/refundOrder.ts';
import { removePaymentMethod } from './Mutation/removePaymentMethod.ts';
import { voidPayment } from './Mutation/voidPayment.ts';
import { Order } from './Order.ts';
import { OrderGroup } from './OrderGroup.ts';
import { Payment } from './Payment.ts';
import { PaymentMethod } from './PaymentMethod.ts';
import { PaymentPart } from './PaymentPart.ts';
import { ledgerBalances } from './Query/ledgerBalances.ts';
import { ledgerEntries } from './Query/ledgerEntries.ts';
import { payment } from './Query/payment.ts';
import { paymentByGroup } from './Query/paymentByGroup.ts';
import { paymentMethods } from './Query/paymentMethods.ts';
import { Refund } from './Refund.ts';
import { Shop } from './Shop.ts';

/** The resolver map of payments. */
export const resolvers: Resolvers = {
  Query: { payment, paymentMethods, ledgerEntries, ledgerBalances, paymentByGroup },
  Mutation: {
    createPaymentMethodSetup,
    addPaymentMethod,
    removePaymentMethod,
    authorisePayment,
    capturePayment,
    voidPayment,
    refundOrder,
  },
  Payment,
  PaymentPart,
  PaymentMethod,
  Refund,
  OrderGroup,
  Order,
  Escrow,
  Commission,
  CommissionLine,
  Shop,
  LedgerEntry,
  LedgerAccount,
};
