import type { CatalogDocument } from '../src/domain/index-document.ts';

/** The catalogue's two internal operations over rows that a test changes as it likes; the place of a context that cannot be imported. */
export const catalogDouble = (initial: readonly CatalogDocument[] = []) => {
  const products = new Map(initial.map((product) => [product.productId, product]));
  let failing = 0;
  let beforeAnswer: (() => Promise<void>) | undefined;
  const answer = async <T>(give: () => T): Promise<T> => {
    if (failing > 0) {
      failing -= 1;
      throw new Error('The catalogue is away.');
    }
    const given = give();
    await beforeAnswer?.();
    return given;
  };
  return {
    set: (...changed: readonly CatalogDocument[]) => {
      for (const product of changed) products.set(product.productId, product);
    },
    delete: (id: string) => products.delete(id),
    /** Lets the next calls fail. */
    failNext: (calls: number) => {
      failing = calls;
    },
    /** Runs between reading and answering: what happens while an answer is on its way. */
    whileAnswering: (work: (() => Promise<void>) | undefined) => {
      beforeAnswer = work;
    },
    internal: {
      catalog: {
        SearchDocuments: ({ ids }: { ids: readonly string[] }) =>
          answer(() => ({ searchDocuments: ids.flatMap((id) => products.get(id) ?? []) })),
        SearchDocumentPage: ({ after, first }: { after: string | null; first: number }) =>
          answer(() => ({
            searchDocumentPage: [...products.values()]
              .filter(({ productId }) => productId > (after ?? ''))
              .sort((a, b) => (a.productId < b.productId ? -1 : 1))
              .slice(0, first),
          })),
      },
    },
  };
};
