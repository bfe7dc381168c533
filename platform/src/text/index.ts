export { lookupKey } from './lookup-key.ts';
export { readText, type TextRule, tidy } from './read-text.ts';
export { storableJson, storableText } from './storable.ts';
