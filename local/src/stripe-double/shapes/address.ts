/** Six nullable lines, as every Stripe address has them. */
export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

/** Who the card belongs to, as far as the customer said. */
export interface BillingDetails {
  address: Address;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An address of what was given; unknown or empty lines are null. */
export function newAddress(given: Record<string, unknown> = {}): Address {
  return {
    city: text(given.city),
    country: text(given.country),
    line1: text(given.line1),
    line2: text(given.line2),
    postal_code: text(given.postal_code),
    state: text(given.state),
  };
}

/** Billing details of what was given; the rest is null. */
export function newBillingDetails(given: Record<string, unknown> = {}): BillingDetails {
  const address = given.address;
  return {
    address: newAddress(typeof address === 'object' && address !== null ? { ...address } : {}),
    email: text(given.email),
    name: text(given.name),
    phone: text(given.phone),
    tax_id: text(given.tax_id),
  };
}
