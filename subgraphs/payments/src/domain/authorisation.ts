import { isCurrency } from '@vitrina/platform/money';
import { plainRefusal, type Refusal } from '@vitrina/platform/result';
import { isProviderToken } from './provider-token.ts';

/** What is to be authorised. */
export interface AuthorisationRequest {
  readonly groupId: string;
  readonly buyerId: string | null;
  readonly guestKey: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly terms: 'PREPAID' | 'ON_DELIVERY';
  readonly paymentMethodId: string | null;
  readonly providerToken: string | null;
  readonly saveMethod: boolean;
  readonly returnUrl: string | null;
  readonly parts: readonly { readonly orderId: string; readonly shopId: string; readonly amountMinor: bigint }[];
}

/** What a provider takes at most in one payment, in minor units (Stripe: eight digits). */
const mostMinor = 99_999_999n;

/** Parts that would leave money unaccounted for. */
const wrongParts = ({ parts, amountMinor }: AuthorisationRequest): Refusal | undefined => {
  if (parts.length === 0 || parts.some((part) => part.amountMinor <= 0n)) {
    return plainRefusal('PARTS_INVALID', ['parts'], 'Give at least one part, each with an amount above zero.');
  }
  if (new Set(parts.map((part) => part.orderId)).size !== parts.length) {
    return plainRefusal('PARTS_INVALID', ['parts'], 'Give each order once.');
  }
  const total = parts.reduce((sum, part) => sum + part.amountMinor, 0n);
  if (total !== amountMinor) {
    return plainRefusal(
      'PARTS_DO_NOT_SUM',
      ['parts'],
      `The parts sum to ${total}; make them sum to the amount, ${amountMinor}.`,
    );
  }
  return undefined;
};

/** A card needs exactly one of saved method and token; cash needs neither. */
const wrongMethod = ({ terms, paymentMethodId, providerToken }: AuthorisationRequest): Refusal | undefined => {
  const isCard = terms === 'PREPAID';
  const given = [paymentMethodId, providerToken].filter((means) => means !== null).length;
  if (given !== (isCard ? 1 : 0)) {
    return plainRefusal(
      'PAYMENT_METHOD_REQUIRED',
      ['paymentMethodId'],
      isCard ? 'Choose a saved card or enter one, not both.' : 'Cash on delivery needs no card; leave it out.',
    );
  }
  if (providerToken !== null && !isProviderToken(providerToken)) return notAToken(['providerToken']);
  return undefined;
};

/** The refusal of anything that is not a provider's token; the text itself is never repeated. */
export const notAToken = (field: readonly string[]): Refusal =>
  plainRefusal(
    'PROVIDER_TOKEN_INVALID',
    field,
    "Send the token of the provider's script (pm_…, tok_…, seti_… or card_…), never a card number.",
  );

/** Checks what can be checked without looking anything up; the first thing that is wrong is the answer. */
export const refusalOf = (request: AuthorisationRequest): Refusal | undefined => {
  if (!isCurrency(request.currency))
    return plainRefusal('CURRENCY_UNKNOWN', ['currency'], 'Use an ISO 4217 currency such as EUR.');
  if (request.amountMinor <= 0n) return plainRefusal('AMOUNT_INVALID', ['amountMinor'], 'Give an amount above zero.');
  if (request.terms === 'PREPAID' && request.amountMinor > mostMinor) {
    return plainRefusal('AMOUNT_TOO_LARGE', ['amountMinor'], 'A card takes at most eight digits; split the purchase.');
  }
  return wrongParts(request) ?? wrongMethod(request);
};
