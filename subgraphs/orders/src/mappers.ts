import type { Connection } from '@vitrina/platform/pagination';
import type { InstanceRow, JournalRow } from '@vitrina/platform/saga';
import type { DeliveryQuote } from './clients/seller-client.ts';
import type { Sums } from './domain/pricing.ts';
import type {
  NotDeliverableRefusal,
  PriceChangedRefusal,
  ShopClosedRefusal,
  TotalChangedRefusal,
} from './domain/refusals.ts';
import type { ShopCartView } from './queries/cart-view.ts';
import type { CartWarningView } from './queries/cart-warnings.ts';
import type { CartLineRow, CartRow } from './store/cart.table.ts';
import type { GroupRow, LineRow, OrderEventRow, OrderRow, ShipmentRow } from './store/order.table.ts';

/** What resolvers of each SDL type get as their source. */
export type CartMapper = CartRow;
export type CartLineMapper = CartLineRow;
export type ShopCartMapper = ShopCartView;
export type CartDeliveryOptionMapper = DeliveryQuote;
export type CartWarningMapper = CartWarningView;
export type CartPriceWarningMapper = Extract<CartWarningView, { __typename: 'CartPriceWarning' }>;
export type CartStockWarningMapper = Extract<CartWarningView, { __typename: 'CartStockWarning' }>;
export type CartNoticeMapper = Extract<CartWarningView, { __typename: 'CartNotice' }>;
export type CartTotalsMapper = Sums & { readonly currency: string };
export type OrderGroupMapper = GroupRow;
export type OrderMapper = OrderRow;
export type OrderConnectionMapper = Connection<OrderRow>;
export type OrderTimelineConnectionMapper = Connection<OrderEventRow>;
export type OrderSagaConnectionMapper = Connection<InstanceRow>;
export type ShopMapper = { readonly id: string };
export type OrderLineMapper = LineRow;
export type OrderDeliveryMapper = OrderRow;
export type OrderTotalsMapper = Sums & { readonly currency: string };
export type ShipmentMapper = ShipmentRow;
export type OrderTimelineEntryMapper = OrderEventRow;
export type OrderStatusChangeMapper = OrderEventRow;
export type OrderSagaMapper = InstanceRow;
export type OrderSagaStepMapper = JournalRow;
export type PriceChangedMapper = PriceChangedRefusal;
export type TotalChangedMapper = TotalChangedRefusal;
export type ShopClosedMapper = ShopClosedRefusal;
export type NotDeliverableMapper = NotDeliverableRefusal;
