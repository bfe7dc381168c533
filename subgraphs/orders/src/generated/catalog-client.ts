/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Input of `commitStock`. */
export type CommitStockInput = {
  /** Reference it was made under. */
  readonly reference: string;
};

/** Input of `releaseStock`. */
export type ReleaseStockInput = {
  /** Reference it was made under. */
  readonly reference: string;
};

/** Where a reservation stands. */
export type ReservationState =
  /** Bound to an order: held without an end. */
  | 'BOUND'
  /** Sold: the units left the stock. */
  | 'COMMITTED'
  /** Held too long: given back by time. */
  | 'EXPIRED'
  /** Held until `expiresAt`. */
  | 'HELD'
  /** Given back. */
  | 'RELEASED';

/** Input of `reserveStock`. */
export type ReserveStockInput = {
  /** 1 to 500 lines; lines of one variant are summed. */
  readonly lines: ReadonlyArray<StockLineInput>;
  /** Names the hold, 1 to 100 characters; the same reference never holds twice. */
  readonly reference: string;
  /** How long to hold, 1 to 604,800 seconds (a week). */
  readonly ttlSeconds: number;
};

/** Input of `restockLines`. */
export type RestockLinesInput = {
  /** 1 to 500 lines; lines of one variant are summed. */
  readonly lines: ReadonlyArray<StockLineInput>;
  /** Names the return, 1 to 100 characters, e.g. the cancelled order; the same reference never restocks twice. */
  readonly reference: string;
};

/** Units of one variant. */
export type StockLineInput = {
  /** Units, at least 1. */
  readonly quantity: number;
  /** The variant (`var_…`). */
  readonly variantId: string;
};

/** Whether a variant can be bought. */
export type VariantQuoteStatus =
  /** The product is a draft or archived, or the variant was taken out of it. */
  | 'NOT_FOR_SALE'
  /** It is on sale; stock is another matter. */
  | 'ON_SALE'
  /** The shop is closed. */
  | 'SHOP_CLOSED';

export type QuoteVariantsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type QuoteVariantsQuery = { readonly quoteVariants: ReadonlyArray<{ readonly variantId: string, readonly productId: string, readonly shopId: string, readonly categoryId: string, readonly title: string, readonly optionsLabel: string, readonly sku: string, readonly status: VariantQuoteStatus, readonly unitPriceMinor: string, readonly currency: string, readonly available: number, readonly taxCategory: string, readonly titles: ReadonlyArray<{ readonly locale: string, readonly text: string }> }> };

export type ReserveStockMutationVariables = Exact<{
  input: ReserveStockInput;
}>;


export type ReserveStockMutation = { readonly reserveStock: { readonly reservation: { readonly id: string, readonly state: ReservationState } | null, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'PlainUserError', readonly code: string, readonly message: string }
      | { readonly __typename: 'ReservationOutOfStock', readonly variantId: string, readonly requested: number, readonly available: number, readonly code: string, readonly message: string }
      | { readonly __typename: 'StaleProductVersion', readonly code: string, readonly message: string }
      | { readonly __typename: 'StockBelowReserved', readonly code: string, readonly message: string }
      | { readonly __typename: 'StockConflict', readonly code: string, readonly message: string }
    > } };

export type ReleaseStockMutationVariables = Exact<{
  input: ReleaseStockInput;
}>;


export type ReleaseStockMutation = { readonly releaseStock: { readonly reservation: { readonly id: string, readonly state: ReservationState } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
    > } };

export type CommitStockMutationVariables = Exact<{
  input: CommitStockInput;
}>;


export type CommitStockMutation = { readonly commitStock: { readonly reservation: { readonly id: string, readonly state: ReservationState } | null, readonly userErrors: ReadonlyArray<
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
    > } };

export type RestockLinesMutationVariables = Exact<{
  input: RestockLinesInput;
}>;


export type RestockLinesMutation = { readonly restockLines: { readonly restocked: boolean, readonly userErrors: ReadonlyArray<
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
      | { readonly code: string, readonly message: string }
    > } };

export type ReservationByReferenceQueryVariables = Exact<{
  reference: string;
}>;


export type ReservationByReferenceQuery = { readonly reservationByReference: { readonly id: string, readonly state: ReservationState } | null };


export const QuoteVariantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuoteVariants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteVariants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"variantId"}},{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"categoryId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"optionsLabel"}},{"kind":"Field","name":{"kind":"Name","value":"sku"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"unitPriceMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"taxCategory"}}]}}]}}]} as unknown as DocumentNode<QuoteVariantsQuery, QuoteVariantsQueryVariables>;
export const ReserveStockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReserveStock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveStockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserveStock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReservationOutOfStock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"variantId"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"available"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReserveStockMutation, ReserveStockMutationVariables>;
export const ReleaseStockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseStock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseStockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseStock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseStockMutation, ReleaseStockMutationVariables>;
export const CommitStockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommitStock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommitStockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitStock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CommitStockMutation, CommitStockMutationVariables>;
export const RestockLinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestockLines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestockLinesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restockLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restocked"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RestockLinesMutation, RestockLinesMutationVariables>;
export const ReservationByReferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReservationByReference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservationByReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reference"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<ReservationByReferenceQuery, ReservationByReferenceQueryVariables>;