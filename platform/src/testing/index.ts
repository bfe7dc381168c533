export * from './browser.ts';
export * from './bundle.ts';
export * from './card-scan.ts';
export * from './context.ts';
export * from './identities.ts';
export * from './naughty-texts.ts';
export * from './postgres.ts';
export * from './text-fields.ts';
