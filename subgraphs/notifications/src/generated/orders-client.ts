/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where an order stands. */
export type OrderStatus =
  /** It will not be fulfilled. */
  | 'CANCELLED'
  /** The return window closed. */
  | 'COMPLETED'
  /** Stock and payment are certain. */
  | 'CONFIRMED'
  /** With the buyer. */
  | 'DELIVERED'
  /** The checkout is under way. */
  | 'DRAFT'
  /** The money is captured. */
  | 'PAID'
  /** On its way. */
  | 'SHIPPED';

export type OrderContactsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type OrderContactsQuery = { readonly orderContacts: ReadonlyArray<{ readonly orderId: string, readonly email: string, readonly country: string }> };

export type OrderNewsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type OrderNewsQuery = { readonly orderNews: ReadonlyArray<{ readonly orderId: string, readonly number: string, readonly status: OrderStatus, readonly awaitsPayment: boolean }> };


export const OrderContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}}]} as unknown as DocumentNode<OrderContactsQuery, OrderContactsQueryVariables>;
export const OrderNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsPayment"}}]}}]}}]} as unknown as DocumentNode<OrderNewsQuery, OrderNewsQueryVariables>;