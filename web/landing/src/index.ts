export { contentPolicy, mediaOrigins } from './content-policy.ts';
export { fillProducts, productIdsOf } from './fill-products.ts';
export type { LandingData, PageOptions, ProductData, ProductRef } from './landing-data.ts';
export { renderLanding, renderStatusPage } from './page.ts';
