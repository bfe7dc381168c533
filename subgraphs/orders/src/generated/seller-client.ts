/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Goods of one shop and where they should go. */
export type QuoteDeliveryInput = {
  /** Country of the address. */
  readonly country: string;
  /** Currency of the goods; nothing is offered when it is not the shop's. */
  readonly currency: string;
  /** Price of the goods in minor units. */
  readonly goodsMinor: string;
  /** Postal code of the address. */
  readonly postalCode?: string | null | undefined;
  /** Region of the address, with or without the country in front: `FL` or `US-FL`. */
  readonly region?: string | null | undefined;
  /** Identifier of the shop. */
  readonly shopId: string;
  /** Number of units. */
  readonly units: number;
};

export type CheckoutShopsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type CheckoutShopsQuery = { readonly checkoutShops: ReadonlyArray<{ readonly shopId: string, readonly name: string, readonly acceptsOrders: boolean, readonly returnWindowDays: number }> };

export type QuoteDeliveriesQueryVariables = Exact<{
  inputs: ReadonlyArray<QuoteDeliveryInput> | QuoteDeliveryInput;
}>;


export type QuoteDeliveriesQuery = { readonly quoteDeliveries: ReadonlyArray<ReadonlyArray<{ readonly methodId: string, readonly name: string, readonly priceMinor: string, readonly currency: string, readonly minDays: number, readonly maxDays: number, readonly paymentOnDelivery: boolean }>> };


export const CheckoutShopsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckoutShops"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkoutShops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"acceptsOrders"}},{"kind":"Field","name":{"kind":"Name","value":"returnWindowDays"}}]}}]}}]} as unknown as DocumentNode<CheckoutShopsQuery, CheckoutShopsQueryVariables>;
export const QuoteDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuoteDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteDeliveryInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"methodId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"minDays"}},{"kind":"Field","name":{"kind":"Name","value":"maxDays"}},{"kind":"Field","name":{"kind":"Name","value":"paymentOnDelivery"}}]}}]}}]} as unknown as DocumentNode<QuoteDeliveriesQuery, QuoteDeliveriesQueryVariables>;