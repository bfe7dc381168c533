import type { SpamCode, SpamLanguage, SpamOutcome, SpamReason } from './contract.ts';

const sentences: Readonly<Record<SpamCode, Readonly<Record<SpamLanguage, string>>>> = {
  PAYMENT_CARD: {
    ru: 'В сообщении номер банковской карты; удалите его: платят и возвращают деньги только через заказ на площадке.',
    en: 'The message has a bank card number; take it out: payments and refunds go through the order here only.',
  },
  BANK_ACCOUNT: {
    ru: 'В сообщении реквизиты счёта или кошелька; удалите их и оплатите заказ на площадке: тогда деньги под защитой.',
    en: 'The message has the number of an account or wallet; take it out and pay the order here, where it is protected.',
  },
  OFF_PLATFORM_PAYMENT: {
    ru: 'Похоже, оплату предлагают мимо площадки; договоритесь об оплате через заказ, иначе вернуть деньги не получится.',
    en: 'This looks like an offer to pay outside the market; agree on paying through the order, or nothing can be refunded.',
  },
  PHONE: {
    ru: 'В сообщении номер телефона; удалите его: телефон для доставки указывают в адресе заказа.',
    en: 'The message has a phone number; take it out: the courier reads it from the delivery address of the order.',
  },
  EMAIL: {
    ru: 'В сообщении адрес почты; удалите его и приложите нужное файлом прямо здесь.',
    en: 'The message has an e-mail address; take it out and attach what you want to send right here.',
  },
  MESSENGER: {
    ru: 'Похоже, разговор зовут в другой мессенджер; продолжите здесь: только эту переписку видит служба поддержки.',
    en: 'This seems to call the other side to another messenger; go on here: support can help with this talk only.',
  },
  LINK: {
    ru: 'В сообщении ссылка на другой сайт; удалите её или пришлите ссылку на товар этой площадки.',
    en: 'The message links to another site; take the link out or send one to a product of this market.',
  },
  DUPLICATE_FLOOD: {
    ru: 'Этот текст уже отправлен во многие беседы; подождите час или напишите о том, что важно именно здесь.',
    en: 'The same text went to many conversations already; wait an hour, or write what matters in this one.',
  },
  LOOKS_LIKE_SPAM: {
    ru: 'Сообщение похоже на рекламу; напишите своими словами о товаре или заказе.',
    en: 'The message reads like an advertisement; write in your own words about the product or the order.',
  },
  PROFANITY: {
    ru: 'В сообщении есть бранные слова; без них вам ответят охотнее.',
    en: 'The message has swear words; without them the other side will rather answer.',
  },
};

/** How strict an outcome is: larger is stricter. */
export const strictness: Readonly<Record<SpamOutcome, number>> = { ALLOW: 0, HOLD: 1, REJECT: 2 };

/** A reason with its sentences; the excerpt is cut to 60 characters on one line. */
export const reasonOf = (code: SpamCode, outcome: SpamOutcome, excerpt: string | null): SpamReason => ({
  code,
  outcome,
  excerpt: excerpt === null ? null : [...excerpt.replace(/\s+/g, ' ').trim()].slice(0, 60).join(''),
  message: sentences[code],
});

/** The sentences of a code, for what was stored as the code alone. */
export const sentenceOf = (code: SpamCode, language: SpamLanguage): string => sentences[code][language];

/** Whether a stored word is one of the filter's codes. */
export const isSpamCode = (code: string): code is SpamCode => Object.hasOwn(sentences, code);
