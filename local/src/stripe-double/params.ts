import { invalidParam, rawCardRefused } from './errors.ts';
import type { FormTree, FormValue } from './form-body.ts';

export type Metadata = Record<string, string>;

const MAX_AMOUNT = 99_999_999;

/**
 * Reads one request's parameters by name and type, and afterwards refuses what nobody asked for, as Stripe does.
 * An empty value means "unset" and reads as undefined.
 */
export class Params {
  readonly #tree: FormTree;
  readonly #prefix: string;
  readonly #read = new Set<string>();
  readonly #nested: Params[] = [];

  constructor(tree: FormTree, prefix = '') {
    this.#tree = tree;
    this.#prefix = prefix;
  }

  #name(key: string): string {
    return this.#prefix === '' ? key : `${this.#prefix}[${key}]`;
  }

  #take(key: string): FormValue | undefined {
    this.#read.add(key);
    return this.#tree.get(key);
  }

  has(key: string): boolean {
    return this.#tree.has(key);
  }

  string(key: string, maxLength = 5_000): string | undefined {
    const value = this.#take(key);
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw invalidParam('Invalid string.', this.#name(key));
    if (value.length > maxLength) {
      throw invalidParam(`Must be at most ${maxLength} characters.`, this.#name(key), 'parameter_invalid_string');
    }
    return value;
  }

  requiredString(key: string): string {
    return this.string(key) ?? this.#missing(key);
  }

  integer(key: string): number | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(value)) {
      throw invalidParam(`Invalid integer: ${value}`, this.#name(key), 'parameter_invalid_integer');
    }
    return Number(value);
  }

  /** A positive amount in the currency's minor unit, at most Stripe's eight digits. */
  amount(key: string): number | undefined {
    const value = this.integer(key);
    if (value === undefined) return undefined;
    if (value < 1)
      throw invalidParam(
        'This value must be greater than or equal to 1.',
        this.#name(key),
        'parameter_invalid_integer',
      );
    if (value > MAX_AMOUNT) {
      throw invalidParam(
        'Amount must be no more than 99999999 in the minor unit.',
        this.#name(key),
        'amount_too_large',
      );
    }
    return value;
  }

  requiredAmount(key: string): number {
    return this.amount(key) ?? this.#missing(key);
  }

  boolean(key: string): boolean | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') throw invalidParam(`Invalid boolean: ${value}`, this.#name(key));
    return value === 'true';
  }

  currency(key: string): string {
    const value = this.requiredString(key).toLowerCase();
    if (!/^[a-z]{3}$/.test(value)) {
      throw invalidParam(`Invalid currency: ${value}. Use a three-letter ISO 4217 code.`, this.#name(key));
    }
    return value;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    const found = allowed.find((item) => item === value);
    if (!found) throw invalidParam(`Invalid ${key}: must be one of ${allowed.join(', ')}`, this.#name(key));
    return found;
  }

  list(key: string): string[] | undefined {
    const value = this.#take(key);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') throw invalidParam('Invalid array', this.#name(key));
    const items = [...value.values()];
    return items.map((item) => {
      if (typeof item !== 'string') throw invalidParam('Invalid array of strings', this.#name(key));
      return item;
    });
  }

  /** A bracketed group. An absent group reads as an empty one. */
  group(key: string): Params {
    const value = this.#take(key);
    if (typeof value === 'string' && value !== '') throw invalidParam('Invalid object', this.#name(key));
    const group = new Params(value instanceof Map ? value : new Map(), this.#name(key));
    this.#nested.push(group);
    return group;
  }

  /** Accepts a group whose members we do not interpret (a postal address), as plain text values. */
  record(key: string): Record<string, unknown> | undefined {
    const value = this.#take(key);
    return value instanceof Map ? toPlain(value) : undefined;
  }

  /** Merges into what is stored; an empty value deletes the key. Limits are Stripe's: 50 keys of 40, values of 500. */
  metadata(current: Metadata = {}, key = 'metadata'): Metadata {
    const value = this.#take(key);
    if (value === undefined) return current;
    if (value === '') return {};
    if (typeof value === 'string') throw invalidParam('Invalid object', this.#name(key));
    const merged = { ...current };
    for (const [name, item] of value) {
      if (typeof item !== 'string') throw invalidParam('Metadata values must be strings.', `metadata[${name}]`);
      if (name.length > 40 || item.length > 500) {
        throw invalidParam('Metadata keys may have 40 characters and values 500.', `metadata[${name}]`);
      }
      if (item === '') delete merged[name];
      else merged[name] = item;
    }
    if (Object.keys(merged).length > 50) throw invalidParam('You can have up to 50 metadata keys.', 'metadata');
    return merged;
  }

  #missing(key: string): never {
    const name = this.#name(key);
    throw invalidParam(`Missing required param: ${name}.`, name, 'parameter_missing');
  }

  /** Refuses leftovers. Called by every handler after its last read and before it touches the books. */
  done(): void {
    for (const key of this.#tree.keys()) {
      if (this.#read.has(key)) continue;
      const name = this.#name(key);
      throw invalidParam(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
    }
    for (const group of this.#nested) group.done();
  }
}

function toPlain(tree: FormTree): Record<string, unknown> {
  return Object.fromEntries([...tree].map(([key, value]) => [key, value instanceof Map ? toPlain(value) : value]));
}

const CARD_FIELDS = new Set(['number', 'cvc', 'exp_month', 'exp_year']);

/** Refuses card data wherever it may hide: `card[number]`, `payment_method_data[card][number]`, `source[number]`. */
export function refuseRawCards(tree: FormTree, path = ''): void {
  for (const [key, value] of tree) {
    const name = path === '' ? key : `${path}[${key}]`;
    if (value instanceof Map) {
      const holdsCard = ['card', 'source', 'external_account'].includes(key);
      const field = holdsCard ? [...value.keys()].find((item) => CARD_FIELDS.has(item)) : undefined;
      if (field) throw rawCardRefused(`${name}[${field}]`);
      refuseRawCards(value, name);
    }
  }
}
