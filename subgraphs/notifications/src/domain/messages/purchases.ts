import type { MessageKind } from '../message.ts';

const both = ['app', 'email'] as const;

export const orderPlaced: MessageKind = {
  kind: 'order-placed',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ number, total }) => ({
      title: `Order ${number} is placed`,
      text: `The shop has your order ${number} for ${total} and prepares it.`,
    }),
    ru: ({ number, total }) => ({
      title: `Заказ ${number} оформлен`,
      text: `Магазин получил ваш заказ ${number} на сумму ${total} и готовит его.`,
    }),
  },
};

export const orderPaid: MessageKind = {
  kind: 'order-paid',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ amount }) => ({
      title: `Payment of ${amount} received`,
      text: `We received ${amount} for your order. The money is kept safe until you have the goods.`,
    }),
    ru: ({ amount }) => ({
      title: `Оплата ${amount} получена`,
      text: `Мы получили ${amount} за ваш заказ. Деньги хранятся у нас, пока вы не получите товар.`,
    }),
  },
};

export const orderShipped: MessageKind = {
  kind: 'order-shipped',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ number, carrier, trackingNumber }) => ({
      title: `Order ${number} is on its way`,
      text: `The shop handed order ${number} over${carrier ? ` to ${carrier}` : ''}.${trackingNumber ? ` Tracking number: ${trackingNumber}.` : ''}`,
    }),
    ru: ({ number, carrier, trackingNumber }) => ({
      title: `Заказ ${number} в пути`,
      text: `Магазин передал заказ ${number} в доставку${carrier ? ` (${carrier})` : ''}.${trackingNumber ? ` Трек-номер: ${trackingNumber}.` : ''}`,
    }),
  },
};

export const orderDelivered: MessageKind = {
  kind: 'order-delivered',
  category: 'PURCHASES',
  channels: ['app'],
  write: {
    en: ({ number }) => ({
      title: `Order ${number} is delivered`,
      text: `Order ${number} has arrived. If something is wrong, say so before the return window closes.`,
    }),
    ru: ({ number }) => ({
      title: `Заказ ${number} доставлен`,
      text: `Заказ ${number} у вас. Если что-то не так, сообщите до окончания срока возврата.`,
    }),
  },
};

export const orderCancelled: MessageKind = {
  kind: 'order-cancelled',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ number }) => ({
      title: `Order ${number} is cancelled`,
      text: `Order ${number} will not be delivered. What you paid for it comes back to you.`,
    }),
    ru: ({ number }) => ({
      title: `Заказ ${number} отменён`,
      text: `Заказ ${number} не будет доставлен. Всё, что вы за него заплатили, вернётся вам.`,
    }),
  },
};

export const paymentFailed: MessageKind = {
  kind: 'payment-failed',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ reason }) => ({
      title: 'The payment did not go through',
      text: `${reason} Nothing was charged; your cart is as it was, try another way to pay.`,
    }),
    ru: () => ({
      title: 'Оплата не прошла',
      text: 'Банк не подтвердил оплату. Деньги не списаны, корзина сохранена: попробуйте другой способ оплаты.',
    }),
  },
};

export const paymentRefunded: MessageKind = {
  kind: 'payment-refunded',
  category: 'PURCHASES',
  channels: both,
  write: {
    en: ({ amount }) => ({
      title: `${amount} is on its way back`,
      text: `We sent ${amount} back to your means of payment. Banks take up to ten days to show it.`,
    }),
    ru: ({ amount }) => ({
      title: `Возврат ${amount}`,
      text: `Мы вернули ${amount} на ваш способ оплаты. Банк может показать деньги в течение десяти дней.`,
    }),
  },
};

export const paymentReminder: MessageKind = {
  kind: 'payment-reminder',
  category: 'PURCHASES',
  channels: [],
  write: {
    en: ({ number }) => ({
      title: 'Your purchase waits for payment',
      text: `Order ${number} is not paid. Your cart is as it was: pay now before somebody else takes the goods.`,
    }),
    ru: ({ number }) => ({
      title: 'Покупка ждёт оплаты',
      text: `Заказ ${number} не оплачен. Корзина сохранена: оплатите, пока товары не забрал кто-то другой.`,
    }),
  },
};
