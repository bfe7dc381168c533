import type { LandingData, ProductData, ProductRef, SectionData } from './landing-data.ts';

/** Identifiers of all products a page shows, each once. */
export const productIdsOf = ({ sections }: LandingData<ProductRef>): string[] => {
  const ids = sections.flatMap((section) => {
    if (section.__typename === 'ProductGridSection') return section.products.map(({ id }) => id);
    if (section.__typename === 'CtaSection') return section.product ? [section.product.id] : [];
    if (section.__typename !== 'HeroVideoSection') return [];
    return section.video?.productTags.flatMap(({ product }) => (product ? [product.id] : [])) ?? [];
  });
  return [...new Set(ids)];
};

/** A page's outline with its products put in; products that are not there any more are left out. */
export const fillProducts = (
  outline: LandingData<ProductRef>,
  products: ReadonlyMap<string, ProductData>,
): LandingData => {
  const found = (ref: ProductRef | null): ProductData | null => (ref ? (products.get(ref.id) ?? null) : null);
  const fill = (section: SectionData<ProductRef>): SectionData => {
    if (section.__typename === 'ProductGridSection')
      return { ...section, products: section.products.map(found).filter((product) => product !== null) };
    if (section.__typename === 'CtaSection') return { ...section, product: found(section.product) };
    if (section.__typename !== 'HeroVideoSection') return section;
    const { video } = section;
    const tags = video?.productTags.map((tag) => ({ ...tag, product: found(tag.product) })) ?? [];
    return { ...section, video: video && { ...video, productTags: tags } };
  };
  return { ...outline, sections: outline.sections.map(fill) };
};
