import type { Resolvers } from '../generated/resolvers.ts';
import { Cart, CartDeliveryOption, CartLine, CartWarning, ShopCart } from './Cart.ts';
import { acceptCartPrices } from './Mutation/acceptCartPrices.ts';
import { addToCart } from './Mutation/addToCart.ts';
import { attachCart } from './Mutation/attachCart.ts';
import { buyNow } from './Mutation/buyNow.ts';
import { cancelCheckout } from './Mutation/cancelCheckout.ts';
import { cancelOrder } from './Mutation/cancelOrder.ts';
import { checkout } from './Mutation/checkout.ts';
import { confirmDelivery } from './Mutation/confirmDelivery.ts';
import { createCart } from './Mutation/createCart.ts';
import { markDelivered } from './Mutation/markDelivered.ts';
import { removeFromCart } from './Mutation/removeFromCart.ts';
import { resumeSaga } from './Mutation/resumeSaga.ts';
import { setCartDelivery } from './Mutation/setCartDelivery.ts';
import { setCartLineQuantity } from './Mutation/setCartLineQuantity.ts';
import { shipOrder } from './Mutation/shipOrder.ts';
import { Order, OrderConnection, OrderDelivery, OrderLine, OrderStatusChange, OrderTimelineEntry } from './Order.ts';
import { OrderGroup } from './OrderGroup.ts';
import { OrderSaga } from './OrderSaga.ts';
import { cart } from './Query/cart.ts';
import { order } from './Query/order.ts';
import { orderContacts } from './Query/orderContacts.ts';
import { orderGroup } from './Query/orderGroup.ts';
import { orderNews } from './Query/orderNews.ts';
import { orderParties } from './Query/orderParties.ts';
import { saga } from './Query/saga.ts';
import { stuckSagas } from './Query/stuckSagas.ts';
import { viewerOrders } from './Query/viewerOrders.ts';
import { NotDeliverable, PriceChanged, ShopClosed, TotalChanged } from './refusals.ts';
import { Shop } from './Shop.ts';
import { orderStatusChanged } from './Subscription/orderStatusChanged.ts';
import { totalsFields } from './totals.ts';

/** Every resolver of the context, by type; the kit's own types bring theirs. */
export const resolvers: Omit<Resolvers, 'Money' | 'Node' | 'UserError'> = {
  Query: { cart, order, orderContacts, orderGroup, orderNews, orderParties, saga, stuckSagas, viewerOrders },
  Mutation: {
    acceptCartPrices,
    addToCart,
    attachCart,
    buyNow,
    cancelCheckout,
    cancelOrder,
    checkout,
    confirmDelivery,
    createCart,
    markDelivered,
    removeFromCart,
    resumeSaga,
    setCartDelivery,
    setCartLineQuantity,
    shipOrder,
  },
  Subscription: { orderStatusChanged },
  Cart,
  CartDeliveryOption,
  CartLine,
  CartTotals: totalsFields,
  CartWarning,
  NotDeliverable,
  Order,
  OrderConnection,
  OrderDelivery,
  OrderGroup,
  OrderLine,
  OrderSaga,
  OrderStatusChange,
  OrderTimelineEntry,
  OrderTotals: totalsFields,
  PriceChanged,
  Shop,
  ShopCart,
  ShopClosed,
  TotalChanged,
};
