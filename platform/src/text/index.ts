export { lookupKey } from './lookup-key.ts';
export { readText, type TextRule, tidy } from './read-text.ts';
