/** A decoded form value: text, or a bracketed object. Lists arrive as objects keyed by index and are read as lists later. */
export type FormValue = string | FormTree;
export type FormTree = Map<string, FormValue>;

/** Thrown for a body no client of ours would send; the caller answers 400. */
export class FormBodyError extends Error {}

const MAX_FIELDS = 2_000;
const MAX_DEPTH = 8;

function splitKey(key: string): string[] {
  const open = key.indexOf('[');
  if (open <= 0) return [key];
  const parts = [key.slice(0, open)];
  for (const match of key.slice(open).matchAll(/\[([^\]]*)\]/g)) parts.push(match[1] ?? '');
  if (parts.length > MAX_DEPTH) throw new FormBodyError(`Parameters may be nested at most ${MAX_DEPTH} levels deep.`);
  return parts;
}

function insert(tree: FormTree, parts: readonly string[], value: string): void {
  let node = tree;
  for (const [index, raw] of parts.entries()) {
    // `a[]=x` appends: the next free number is the key.
    const part = raw === '' && index > 0 ? String(node.size) : raw;
    if (index === parts.length - 1) {
      node.set(part, value);
      return;
    }
    const next = node.get(part);
    if (next instanceof Map) node = next;
    else {
      const created: FormTree = new Map();
      node.set(part, created);
      node = created;
    }
  }
}

/**
 * Decodes `application/x-www-form-urlencoded` text with Stripe's nested brackets (`card[token]=x`, `expand[]=y`,
 * `items[0][id]=z`). Maps are used, not objects, so a key called `__proto__` is only a key.
 */
export function parseForm(text: string): FormTree {
  const tree: FormTree = new Map();
  if (text === '') return tree;
  const fields = new URLSearchParams(text);
  if (fields.size > MAX_FIELDS) throw new FormBodyError(`A request may carry at most ${MAX_FIELDS} parameters.`);
  for (const [key, value] of fields) insert(tree, splitKey(key), value);
  return tree;
}
