export * from './catalog.ts';
export * from './contract.ts';
export * from './identity.ts';
export * from './matrix.ts';
export * from './orders.ts';
export * from './payments.ts';
export * from './seller.ts';
