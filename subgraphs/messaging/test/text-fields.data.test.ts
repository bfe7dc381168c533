import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newId } from '@vitrina/platform/ids';
import { probeTextFields, textFieldsOf } from '@vitrina/platform/testing';
import { tidy } from '@vitrina/platform/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSetting, type Setting, staff, support } from './setting.ts';

const corpus = JSON.parse(
  readFileSync(resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'naughty-strings/blns.half.json'), 'utf8'),
) as string[];
/** What the corpus lacks: binary, halves of characters, invisible text, and far too much of it. */
const worse = [
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00\ud800',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u202e\u2066',
  '\u0001\u0002\u001b[31m',
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1'),
  'x'.repeat(1_000_000),
  '\u0301'.repeat(100_000),
  '🏳️‍🌈'.repeat(50_000),
];

let s: Setting;
beforeAll(async () => {
  s = await openSetting({
    MESSAGING_OPENINGS_PER_HOUR: '1000000',
    MESSAGING_REPORTS_PER_HOUR: '1000000',
    MESSAGING_UPLOADS_PER_HOUR: '1000000',
  });
});
afterAll(() => s.close());

describe('whatever is typed into messaging', () => {
  it('is answered with data or an error one can act on, in every text field there is', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(staff, id, 'Hello there');
    const held = await s.send(buyer, id, 'call 8 916 123-45-67');
    const examples = {
      conversationId: id,
      messageId: message?.id ?? '',
      'DecideHeldMessageInput.messageId': held.message?.id ?? '',
      'SendMessageInput.clientMessageId': () => newId('cli'),
    };
    const fields = textFieldsOf(s).map(({ root, path }) => `${root}.${path.join('.')}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        'sendMessage.input.text',
        'sendMessage.input.attachmentUploadIds',
        'reportMessage.input.comment',
        'decideHeldMessage.input.note',
        'createMessageAttachmentUpload.input.fileName',
        'messageAdded.conversationId',
      ]),
    );
    const { asked, odd } = await probeTextFields(s, { texts: [...corpus, ...worse], as: [buyer, support], examples });
    process.stdout.write(`${fields.length} text fields, ${asked} answers\n`);
    expect(odd).toEqual([]);
  }, 600_000);

  it('comes back as it was typed, without what cannot be seen', async () => {
    const { id, buyer } = await s.talk();
    let compared = 0;
    for (const text of corpus) {
      const { message, userErrors } = await s.send(buyer, id, text);
      if (!message) {
        expect(['TEXT_REQUIRED', 'MESSAGE_REJECTED']).toContain(userErrors[0]?.code);
        continue;
      }
      expect(message.text).toBe(
        text
          .split(/\r\n|\r|\n/)
          .map(tidy)
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim(),
      );
      compared += 1;
    }
    expect(compared).toBeGreaterThan(corpus.length * 0.9);
  });

  it('is refused at little cost when it is a megabyte', async () => {
    const { id, buyer } = await s.talk();
    const texts = ['x', 'я ', '\u0301', '1 ', 'a@b. ', '\u200b'].map((piece) =>
      piece.repeat(Math.ceil(1_000_000 / piece.length)),
    );
    for (const text of texts) {
      const before = process.cpuUsage();
      const { userErrors } = await s.send(buyer, id, text, { clientMessageId: newId('cli') });
      const { user, system } = process.cpuUsage(before);
      expect(userErrors[0]?.code).toMatch(/^TEXT_/);
      // Processor time of the whole request; a filter let loose on a megabyte takes seconds.
      expect((user + system) / 1_000).toBeLessThan(500);
    }
  });
});
