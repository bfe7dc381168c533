import type { MessageKind } from '../message.ts';

export const saleToShip: MessageKind = {
  kind: 'sale-to-ship',
  category: 'SALES',
  channels: ['app'],
  write: {
    en: ({ amount, count }) => ({
      title: Number(count ?? 1) > 1 ? `${count} orders are paid` : `Paid: ${amount}`,
      text: `An order for ${amount} is paid. Prepare it and mark it as shipped.`,
    }),
    ru: ({ amount, count }) => ({
      title: Number(count ?? 1) > 1 ? `Оплачено заказов: ${count}` : `Оплачено: ${amount}`,
      text: `Заказ на ${amount} оплачен. Подготовьте его и отметьте отправку.`,
    }),
  },
};

export const saleCancelled: MessageKind = {
  kind: 'sale-cancelled',
  category: 'SALES',
  channels: ['app'],
  write: {
    en: ({ number }) => ({ title: `Order ${number} is cancelled`, text: `Do not ship order ${number}.` }),
    ru: ({ number }) => ({ title: `Заказ ${number} отменён`, text: `Не отправляйте заказ ${number}.` }),
  },
};

export const stockLow: MessageKind = {
  kind: 'stock-low',
  category: 'STOCK',
  channels: ['app'],
  write: {
    en: ({ available }) => ({ title: 'Stock is running low', text: `Only ${available} left of one of your goods.` }),
    ru: ({ available }) => ({
      title: 'Товар заканчивается',
      text: `Одного из ваших товаров осталось всего ${available}.`,
    }),
  },
};

export const stockOut: MessageKind = {
  kind: 'stock-out',
  category: 'STOCK',
  channels: ['app'],
  write: {
    en: () => ({ title: 'Sold out', text: 'One of your goods is sold out and cannot be bought any more.' }),
    ru: () => ({ title: 'Товар закончился', text: 'Один из ваших товаров закончился, и купить его больше нельзя.' }),
  },
};
