import { describe, expect, it } from 'vitest';
import { isProviderToken } from './provider-token.ts';

describe('what may be kept of a card', () => {
  it.each(['pm_1PQRstUVwxYZ', 'tok_visa', 'seti_1Abc2', 'card_1Abc2', 'pm_card_threeDSecureRequired'])(
    'is %s',
    (token) => {
      expect(isProviderToken(token)).toBe(true);
    },
  );
  it.each([
    '4242424242424242',
    'pm_4242424242424242',
    'tok_x378282246310005',
    'pm_',
    'pi_123456',
    'pm_1 2',
    'PM_123',
    '',
  ])('is not %j', (text) => {
    expect(isProviderToken(text)).toBe(false);
  });
});
