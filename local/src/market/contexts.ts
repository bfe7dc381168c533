import type { AnySubgraph } from '@vitrina/platform/subgraph';
import { catalog } from '@vitrina/subgraph-catalog/subgraph';
import { identity } from '@vitrina/subgraph-identity/subgraph';
import { messaging } from '@vitrina/subgraph-messaging/subgraph';
import { notifications } from '@vitrina/subgraph-notifications/subgraph';
import { orders } from '@vitrina/subgraph-orders/subgraph';
import { payments } from '@vitrina/subgraph-payments/subgraph';
import { search } from '@vitrina/subgraph-search/subgraph';
import { seller } from '@vitrina/subgraph-seller/subgraph';
import { video } from '@vitrina/subgraph-video/subgraph';

/** Every context of the market. */
export const contexts: readonly AnySubgraph[] = [
  identity,
  seller,
  catalog,
  search,
  orders,
  payments,
  notifications,
  video,
  messaging,
];
