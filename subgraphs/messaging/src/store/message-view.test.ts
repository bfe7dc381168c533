import { describe, expect, it } from 'vitest';
import type { MessageRow } from './message.table.ts';
import { revived, toView } from './message-view.ts';

const at = new Date('2026-01-15T12:00:00Z');
const row: MessageRow = {
  id: 'msg_1',
  conversationId: 'cnv_1',
  sequence: 3,
  status: 'SENT',
  side: 'BUYER',
  authorId: 'usr_1',
  clientMessageId: 'client-1',
  inputHash: 'a hash',
  text: 'Hello',
  fingerprint: 'a print',
  cardType: null,
  cardId: null,
  attachmentCount: 0,
  reasons: null,
  moderatedAt: at,
  moderationNote: 'between us',
  takenDownText: 'what it said',
  revision: 2,
  edit: 1,
  createdAt: at,
  editedAt: at,
  deletedAt: null,
};

describe('what of a message travels and is remembered', () => {
  it('is what is shown, and nothing that is kept for the market alone', () => {
    const told = JSON.stringify(toView(row));
    for (const kept of ['a hash', 'a print', 'what it said', 'between us']) expect(told).not.toContain(kept);
  });

  it('has why it was kept back or flagged, where it was', () => {
    expect(toView({ ...row, sequence: null, status: 'HELD', reasons: ['PHONE'] })).toMatchObject({
      status: 'HELD',
      reasons: ['PHONE'],
    });
    expect(toView({ ...row, reasons: ['PROFANITY'] })).toMatchObject({ status: 'SENT', reasons: ['PROFANITY'] });
  });

  it('is the same after a journey over JSON', () => {
    const view = toView(row);
    expect(revived(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect(revived(view)).toEqual(view);
  });
});
