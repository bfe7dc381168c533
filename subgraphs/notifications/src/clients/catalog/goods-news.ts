import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';

interface InBoth {
  readonly en: string;
  readonly ru: string;
}

interface GoodsNewsQuery {
  /** In the order of the representations; null for what is not (or no longer) shown to everybody. */
  readonly _entities: readonly ({
    readonly id: string;
    readonly available: number;
    readonly options: readonly { readonly value: InBoth }[];
    readonly product: InBoth;
  } | null)[];
}

interface GoodsNewsVariables {
  readonly representations: readonly { readonly __typename: 'ProductVariant'; readonly id: string }[];
}

/**
 * Variants as everybody sees them. They are asked for as the entities they are, the way the gateway asks: catalog has no
 * internal operation for us, and what is public needs none. Not generated, because `_entities` is in no context's own SDL; a test
 * holds it against catalog's.
 */
export const goodsNewsDocument = parse(`
  query GoodsNews($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on ProductVariant {
        id
        available
        options { value { en: label(locale: "en") ru: label(locale: "ru") } }
        product { en: title(locale: "en") ru: title(locale: "ru") }
      }
    }
  }
`) as TypedDocumentNode<GoodsNewsQuery, GoodsNewsVariables>;
