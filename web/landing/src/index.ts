export { contentPolicy, mediaOrigins } from './content-policy.ts';
export type { LandingData, PageOptions } from './landing-data.ts';
export { renderLanding, renderStatusPage } from './page.ts';
