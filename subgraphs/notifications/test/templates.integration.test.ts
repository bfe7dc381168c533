import { asUser } from '@vitrina/platform/testing';
import { orderShipped } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putOnSale } from './goods.ts';
import { openSetting, orderFacts, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting.close());

const admin = { as: asUser('usr_admin', { scopes: ['admin'] }) };
const place = { kind: 'order-shipped', channel: 'EMAIL', locale: 'RU' };
const mjml = (text: string): string =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text} <a href="{{ unsubscribeUrl }}">–</a></mj-text></mj-column></mj-section></mj-body></mjml>`;
const content = (subject: string) => ({
  subject,
  text: `${subject}: {{ number }}\n{{ unsubscribeUrl }}`,
  mjml: mjml(`${subject}: {{ number }}`),
});

interface Template {
  readonly revision: number;
  readonly published: { readonly number: number; readonly restoredFrom: number | null } | null;
  readonly draft: {
    readonly problems: readonly { readonly code: string; readonly field: string[]; readonly line: number | null }[];
  } | null;
  readonly current: { readonly subject: string };
  readonly versions: readonly { readonly number: number; readonly content: { readonly subject: string } }[];
}
interface Payload {
  readonly template: Template | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[]; readonly line?: number }[];
}
const fields =
  'template { revision current { subject } published { number restoredFrom } draft { problems { code field line } } versions { number content { subject } } } userErrors { code field ... on NotificationTemplateProblem { line } }';
const mutate = async (name: string, input: object): Promise<Payload> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await setting.market.ask<Record<string, Payload>>(
    document,
    { input: { ...place, ...input } },
    admin,
  );
  const payload = data?.[name];
  if (!payload) throw new Error(JSON.stringify(errors));
  return payload;
};
const save = (expectedRevision: number, given: object | null, at: object = {}) =>
  mutate('saveNotificationTemplateDraft', { expectedRevision, content: given, ...at });
const publish = (expectedRevision: number, at: object = {}) =>
  mutate('publishNotificationTemplate', { expectedRevision, ...at });
const revert = (expectedRevision: number, toVersion: number | null, at: object = {}) =>
  mutate('revertNotificationTemplate', { expectedRevision, toVersion, ...at });
const ship = async (): Promise<string> => {
  const before = setting.mail.received.length;
  await setting.market.deliver(orderShipped, {
    aggregateId: 'ord_1',
    aggregateVersion: before + 1,
    payload: { ...orderFacts, carrier: 'СДЭК', trackingNumber: 'RA1' },
  });
  await setting.market.runJobs();
  return decodeSubject(setting.mail.received[before]?.raw ?? '');
};
/** Subjects of mails are RFC 2047 words. */
const decodeSubject = (raw: string): string => {
  const header = /^Subject: ((?:.+\r?\n?)(?:[ \t].+\r?\n)*)/m.exec(raw)?.[1] ?? '';
  return [...header.matchAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi)]
    .map(([, encoding, text = '']) =>
      encoding === 'B'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    )
    .reduce((all, part) => Buffer.concat([all, part]), Buffer.alloc(0))
    .toString('utf8');
};

describe('the texts of the market', () => {
  it('can be listed with what they may use, by those who run it', async () => {
    const list =
      '{ notificationTemplates(kind: "order-shipped") { kind channel locale canBeSwitchedOff revision published { number } builtIn { subject mjml } variables { name type optional } } }';
    const { data } = await setting.market.ask<{
      notificationTemplates: { channel: string; builtIn: { mjml: string | null } }[];
    }>(list, {}, admin);
    expect(data?.notificationTemplates).toHaveLength(10);
    expect(data?.notificationTemplates.find(({ channel }) => channel === 'EMAIL')).toMatchObject({
      canBeSwitchedOff: true,
      revision: 0,
      published: null,
      builtIn: { subject: 'Order {{ number }} is on its way', mjml: expect.stringContaining('<mjml') },
      variables: [
        { name: 'number', type: 'TEXT', optional: false },
        { name: 'carrier', type: 'TEXT', optional: true },
        { name: 'trackingNumber', type: 'TEXT', optional: true },
        { name: 'unsubscribeUrl', type: 'LINK', optional: true },
      ],
    });
    for (const other of [undefined, { as: asUser('usr_buyer') }])
      expect((await setting.market.ask(list, {}, other)).errors?.[0]?.extensions?.['code']).toMatch(
        /UNAUTHENTICATED|FORBIDDEN/,
      );
    const unknown = '{ notificationTemplate(kind: "constructor", channel: EMAIL, locale: EN) { kind } }';
    expect((await setting.market.ask(unknown, {}, admin)).data).toEqual({ notificationTemplate: null });
  });

  it('are what is sent from the moment a draft is published, and again what they were after a revert', async () => {
    expect(await ship()).toBe('Заказ V-1 в пути');
    expect(await save(0, content('Первый'))).toMatchObject({
      template: { revision: 1, draft: { problems: [] }, published: null },
    });
    expect(await ship()).toBe('Заказ V-1 в пути');
    expect(await publish(1)).toMatchObject({
      template: { revision: 2, draft: null, published: { number: 1 } },
      userErrors: [],
    });
    expect(await ship()).toBe('Первый');
    await save(2, content('Второй'));
    await publish(3);
    expect(await ship()).toBe('Второй');
    expect(await revert(4, 1)).toMatchObject({
      template: { published: { number: 3, restoredFrom: 1 }, versions: [{ number: 3 }, { number: 2 }, { number: 1 }] },
    });
    expect(await ship()).toBe('Первый');
    expect(await revert(5, null)).toMatchObject({
      template: { published: null, current: { subject: 'Заказ {{ number }} в пути' } },
    });
    expect(await ship()).toBe('Заказ V-1 в пути');
  });

  it('are changed by one editor at a time', async () => {
    const at = { kind: 'order-cancelled' };
    const [one, other] = await Promise.all([save(0, content('A'), at), save(0, content('B'), at)]);
    expect([one, other].map(({ userErrors }) => userErrors[0]?.code ?? 'saved').sort()).toEqual([
      'CHANGED_MEANWHILE',
      'saved',
    ]);
    const published = await Promise.all([publish(1, at), publish(1, at), publish(1, at)]);
    expect(published.filter(({ template }) => template !== null)).toHaveLength(1);
    expect(published.filter(({ userErrors }) => userErrors[0]?.code === 'CHANGED_MEANWHILE')).toHaveLength(2);
    expect(await publish(2, at)).toMatchObject({ template: null, userErrors: [{ code: 'NO_DRAFT' }] });
    expect(await revert(2, 9, at)).toMatchObject({
      template: null,
      userErrors: [{ code: 'NO_SUCH_VERSION', field: ['toVersion'] }],
    });
  });

  it('are not published with mistakes; the draft says where they are', async () => {
    const at = { kind: 'order-delivered' };
    const broken = {
      subject: '{{ nubmer }}',
      text: 'a\n{{ number | shout }}',
      mjml: '<mjml><mj-body><mj-txt/></mj-body></mjml>',
    };
    const problems = [
      { code: 'UNKNOWN_VARIABLE', field: ['subject'], line: 1 },
      { code: 'SYNTAX', field: ['text'], line: 2 },
      { code: 'MJML', field: ['mjml'], line: 1 },
    ];
    expect(await save(0, broken, at)).toMatchObject({ template: { draft: { problems } }, userErrors: [] });
    expect(await publish(1, at)).toEqual({ template: null, userErrors: problems });
    expect(await save(1, null, at)).toMatchObject({ template: { draft: null, revision: 2 } });
    expect(await save(2, { ...broken, text: 'x'.repeat(20_001) }, at)).toMatchObject({
      userErrors: [{ code: 'TOO_LONG', field: ['content', 'text'] }],
    });
  });

  it('are read in the other language’s version by nobody, and by readers of a third one in English', async () => {
    await save(0, content('English only'), { locale: 'EN' });
    await publish(1, { locale: 'EN' });
    expect(await ship()).toBe('Заказ V-1 в пути');
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'de-DE' });
    await ship();
    expect(setting.mail.received.at(-1)?.raw).toContain('Subject: English only');
    setting.people.set('usr_buyer', { userId: 'usr_buyer', email: 'buyer@example.com', locale: 'ru-RU' });
  });

  it('that fail on a real message step aside for the text that ships with the market', async () => {
    const at = { kind: 'order-shipped', channel: 'EMAIL', locale: 'RU' };
    await save(6, content('Сломается'), at);
    await publish(7, at);
    await setting.market.database.sql`update template_version set html = '{{ gone }}' where subject = 'Сломается'`;
    setting.market.clock.advance(5_001);
    expect(await ship()).toBe('Заказ V-1 в пути');
    await revert(8, null);
  });
});

describe('a preview', () => {
  const preview = async (more: Record<string, unknown> = {}) => {
    const document =
      'query ($kind: String!, $channel: NotificationChannel!, $locale: NotificationTemplateLocale!, $source: NotificationTemplateSource! = CURRENT, $subjectId: ID) { previewNotificationTemplate(kind: $kind, channel: $channel, locale: $locale, source: $source, subjectId: $subjectId) { subject text html sampled problems { code } } }';
    const { data, errors } = await setting.market.ask<{
      previewNotificationTemplate: { subject: string | null; text: string; html: string | null; sampled: string[] };
    }>(document, { ...place, ...more }, admin);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.previewNotificationTemplate;
  };

  it('is written with what is known of a real order now, and says what are examples', async () => {
    setting.orders.set('ord_1', { orderId: 'ord_1', number: 'V-1', status: 'SHIPPED', awaitsPayment: false });
    const before = setting.mail.received.length;
    const seen = await preview({ subjectId: 'ord_1' });
    expect(seen).toMatchObject({ subject: 'Заказ V-1 в пути', sampled: ['unsubscribeUrl'] });
    expect(seen.html).toContain('RA1');
    expect(seen.html).toContain('<!doctype html>');
    expect(setting.mail.received).toHaveLength(before);
    expect(await preview({ subjectId: 'ord_unknown' })).toMatchObject({
      sampled: ['number', 'carrier', 'trackingNumber', 'unsubscribeUrl'],
    });
  });

  it('is written with what is left of real goods now', async () => {
    const subjectId = putOnSale(setting.goods, 'lamp', 2);
    expect(await preview({ kind: 'stock-low', subjectId })).toMatchObject({
      text: expect.stringContaining('Товар lamp: осталось всего 2.'),
      sampled: ['unsubscribeUrl'],
    });
    expect((await preview({ kind: 'stock-low', subjectId: 'var_unknown' })).sampled).toContain('lines');
  });

  it('never mints a secret, and shows a draft before it is published', async () => {
    expect(await preview({ kind: 'password-reset', subjectId: 'usr_buyer' })).toMatchObject({
      sampled: ['url', 'unsubscribeUrl'],
    });
    expect(setting.minted).toEqual([]);
    await save(
      0,
      { subject: 'Черновик {{ number }}', text: 'x', mjml: null },
      { kind: 'sale-cancelled', channel: 'TELEGRAM' },
    );
    expect(
      await preview({ kind: 'sale-cancelled', channel: 'TELEGRAM', source: 'DRAFT', subjectId: 'ord_1' }),
    ).toMatchObject({ subject: 'Черновик V-1', html: null });
    expect(await preview({ kind: 'sale-cancelled', channel: 'TELEGRAM', subjectId: 'ord_1' })).toMatchObject({
      subject: 'Заказ V-1 отменён',
    });
  });

  it('shows a version there is, and says so when there is none of that number', async () => {
    const place = 'kind: "order-shipped", channel: EMAIL, locale: RU';
    const ask = (version: number) =>
      setting.market.ask<{ previewNotificationTemplate: { subject: string } }>(
        `{ previewNotificationTemplate(${place}, version: ${version}) { subject } }`,
        {},
        admin,
      );
    expect((await ask(2)).data?.previewNotificationTemplate.subject).toBe('Второй');
    for (const version of [99, 0, -1])
      expect((await ask(version)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: ['version'] });
  });
});
