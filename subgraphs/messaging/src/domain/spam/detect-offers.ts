const give = String.raw`(?:перевед[иу]\S*|перевод(?:ите|и|ом)?|перевест[иь]|перекин\S*|скин[ьу]\S*|скидыва\S*|кин[ьу]\S*|кида[йтю]\S*|закин\S*|оплат\S*|оплач\S*|плат[иь]\S*|заплат\S*|отправ[ьл]\S* деньги|предоплат\S*|рассчита\S*|расчет\S*)`;
const words = (most: number) => String.raw`(?:\s+\S+){0,${most}}?\s+`;
const aside = String.raw`(?:(?:мне\s+)?на\s+(?:мою\s+|карточку|карт[уы](?!\s+(?:памяти|лояльн|город|проезд|сайта|магазин))|сбер\S*|тинь\S*|т-банк|альф\S*|счет|кошелек|киви|qiwi|юмани|телефон|номер\s+(?:карт|телефон|счет))|по\s+номеру\s+(?:карт|телефон|счет|сбер)|по\s+сбп\s+на|через\s+(?:сбер|тинь|альф|киви|qiwi|юмани)\S*|напрямую(?!\s+(?:со?|из|от|в)\s)|мимо\s|в\s+обход|криптой|крипт[еуо]|биткоин\S*|usdt|btc|лично\s+мне|вне\s+(?:сайта|площадки|платформы|маркет\S*)|без\s+(?:сайта|площадки|маркетплейса|посредник\S*))`;

const russian = [
  new RegExp(`(?<![а-я])${give}${words(4)}${aside}`),
  new RegExp(
    `(?<![а-я])(?:напрямую|мимо\\s+\\S+|в\\s+обход\\s+\\S+|без\\s+(?:комиссии|площадки|сайта|посредник\\S*))${words(3)}(?:дешевле|скидк\\S*|выгодне\\S*|${give})`,
  ),
  /(?:дешевле|скидк\S*|уступлю|скину|выгодне\S*)(?:\s+\S+){0,5}\s+(?:напрямую(?!\s+(?:со?|из|от|в)\s)|мимо\s+(?:сайта|площадки|платформы|маркет)|без\s+(?:сайта|площадки|комиссии)|не\s+через\s+(?:сайт|площадку|приложение|маркет))/,
  /(?:номер|реквизиты)\s+(?:моей\s+|вашей\s+|своей\s+)?карты(?:\s+\S+){0,3}\s+(?:для\s+(?:оплаты|перевода)|скин\S*|пришл\S*|дам|дайте)/,
  /(?:скин\S*|дам|дайте|пришл\S*|отправ\S*)(?:\s+\S+){0,2}\s+(?:номер|реквизиты)\s+(?:карты|счета|кошелька|для\s+перевода)/,
  /(?:сделк|договор|продам|отдам|куплю|купить|оформ|давай)\S*(?:\s+\S+){0,3}\s+(?:вне\s+(?:сайта|площадки|платформы)|без\s+(?:площадки|сайта|маркетплейса|посредник))/,
  /не\s+(?:оформляй\S*|заказывай\S*|покупай\S*)\s+(?:\S+\s+){0,2}(?:на|через|здесь|тут)(?:\s+\S+){0,6}\s+(?:дешевле|напрямую|переве\S*|скин\S*)/,
];
/** Money that comes back to a card is what the market itself does. */
const isRefund = /(?:возврат|верн[уе]|вернул|возвращ|обратно|refund|money back)/;

const english = [
  /\b(?:bitcoin|btc|usdt|crypto|western\s+union|zelle|venmo|cash\s?app)\s+(?:accepted|only|preferred|welcome)\b/,
  /\b(?:pay|payment|transfer|wire|send\s+(?:me\s+)?(?:the\s+)?(?:money|payment|cash))\b(?:\s+\S+){0,3}\s+(?:me\s+)?(?:directly|outside|off(?:line|\s+(?:the\s+)?(?:site|app|platform|market\w*)))\b/,
  /\b(?:pay|payment|send|transfer|deal|order|buy|sell)\b(?:\s+\S+){0,5}\s+outside\s+(?:of\s+)?(?:the|this)?\s*(?:site|app|platform|market\w*|here)\b/,
  /\b(?:pay|send|transfer|wire|accept|prefer|use|take|via|by|through|with)\b(?:\s+\S+){0,4}\s+(?:western\s+union|moneygram|zelle|cash\s?app|venmo|friends\s+and\s+family|bitcoin|btc|usdt|crypto(?:currency)?|gift\s+cards?|webmoney|revolut)\b/,
  /\b(?:pay|send|transfer|wire)\b(?:\s+\S+){0,4}\s+to\s+my\s+(?:card|account|bank|wallet|paypal|iban)\b/,
  /\b(?:cheaper|discount|lower\s+price|save)\b(?:\s+\S+){0,7}\s+(?:directly|outside|off\s+(?:the\s+)?(?:site|platform)|without\s+(?:the\s+)?(?:fee|commission|site|platform))/,
  /\b(?:avoid|skip|without|bypass)\s+(?:the\s+)?(?:platform|site|market\w*)(?:'s)?\s+(?:fee|fees|commission)\b/,
];

/** Every text with an offer has one of these; the others, which are most, are not looked through further. */
const someOffer =
  /карт|сбер|тинь|т-банк|альф|счет|кошел|киви|qiwi|юмани|телефон|номер|сбп|напрямую|мимо|обход|крипт|биткоин|usdt|btc|лично|вне|без|реквизит|через|оформляй|заказывай|покупай|directly|outside|off|without|bitcoin|crypto|western|moneygram|zelle|venmo|cash|friends|gift|webmoney|revolut|(?<![a-z])my(?![a-z])|avoid|skip|bypass/;

/**
 * The words of a resolved text that ask to pay elsewhere than through the market; undefined where there are none. A
 * card at the till (`оплата картой`), cash on delivery and refunds to a card are what buyers talk about every day and
 * pass.
 */
export const findOffer = (resolved: string): string | undefined =>
  someOffer.test(resolved) ? searchOffer(resolved) : undefined;

/** The same without the quick look that spares most texts the search. */
export const searchOffer = (resolved: string): string | undefined => {
  const line = resolved.replace(/[^\p{L}\p{N}.,'-]+/gu, ' ');
  const sentencesOf = line.split(/(?<=[.])\s+/);
  for (const sentence of sentencesOf) {
    if (!isRefund.test(sentence)) {
      const found = russian.map((pattern) => pattern.exec(sentence)).find((match) => match !== null);
      if (found) return found[0];
    }
    const found = english.map((pattern) => pattern.exec(sentence)).find((match) => match !== null);
    if (found) return found[0];
  }
  return undefined;
};
