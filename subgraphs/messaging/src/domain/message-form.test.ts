import { describe, expect, it } from 'vitest';
import { maxTextLength, readCard, readClientId, readMessageText } from './message-form.ts';

describe('what a message may be', () => {
  it('is text on any number of lines, as long as people count', () => {
    expect(readMessageText('first\r\n\n\n\nsecond', false)).toEqual({ ok: true, value: 'first\n\nsecond' });
    expect(readMessageText('👍'.repeat(maxTextLength), false).ok).toBe(true);
    expect(readMessageText('👍'.repeat(maxTextLength + 1), false).ok).toBe(false);
  });

  it('may be empty only beside something', () => {
    expect(readMessageText(' \u200e\u202e ', true)).toMatchObject({ ok: true });
    expect(readMessageText('\u0000', false)).toMatchObject({ ok: false, refusals: [{ code: 'TEXT_REQUIRED' }] });
  });

  it('refuses a book without reading all of it', () => {
    expect(readMessageText('a'.repeat(50_000_000), false)).toMatchObject({
      ok: false,
      refusals: [{ code: 'TEXT_TOO_LONG' }],
    });
  });

  it.each(['', ' ', 'with space', 'x'.repeat(65), 'ключ', 'nul\u0000'])('has no name like %j', (name) => {
    expect(readClientId(name)).toMatchObject({ ok: false, refusals: [{ code: 'CLIENT_MESSAGE_ID_INVALID' }] });
  });

  it('shows one thing or none', () => {
    expect(readCard(null)).toEqual({ ok: true, value: null });
    expect(readCard({ orderId: 'o' })).toEqual({ ok: true, value: { type: 'ORDER', id: 'o' } });
    expect(readCard({ productId: 'p', orderId: null })).toEqual({ ok: true, value: { type: 'PRODUCT', id: 'p' } });
    for (const both of [{}, { orderId: 'o', productId: 'p' }, { orderId: '' }])
      expect(readCard(both)).toMatchObject({ ok: false, refusals: [{ code: 'CARD_NOT_ALLOWED' }] });
  });
});
