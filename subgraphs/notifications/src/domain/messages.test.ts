import { describe, expect, it } from 'vitest';
import { languageOf } from './message.ts';
import { messageKinds, writeMessage } from './message-kinds.ts';
import { retryDelaySeconds } from './retry.ts';

const params = {
  number: 'V-1',
  amount: '€1',
  total: '€1',
  url: 'https://x',
  displayName: 'A',
  carrier: null,
  trackingNumber: null,
  available: 2,
  reason: 'Declined.',
  code: 'UNREADABLE',
};

describe('messages', () => {
  it.each([...messageKinds.keys()])('%s says something in both languages and leaves no fact out', (kind) => {
    for (const language of ['en', 'ru'] as const) {
      const { title, text } = writeMessage(kind, params, language);
      expect(title.length).toBeGreaterThan(0);
      expect(`${title} ${text}`).not.toMatch(/undefined|null|NaN/);
    }
    expect(writeMessage(kind, params, 'ru').title).toMatch(/[а-яё]/i);
  });

  it('read English to those whose language is not written', () => {
    expect([languageOf('ru-RU'), languageOf('RU'), languageOf('de'), languageOf('rum')]).toEqual([
      'ru',
      'ru',
      'en',
      'en',
    ]);
  });

  it('wait longer after each failure, up to an hour', () => {
    expect([1, 2, 3, 20].map(retryDelaySeconds)).toEqual([10, 20, 40, 3_600]);
  });
});
