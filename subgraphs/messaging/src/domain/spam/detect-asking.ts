/** Whose number may be asked for: the courier's and the service's belong to the delivery. */
const others =
  '(?!(?:\\s+\\S+){0,2}\\s+(?:поддержк|курьер|сдэк|пункт|магазин|склад|сервис|доставк|почт|горяч|оператор|получател|службы|водител|заказ|отправлен|посылк|накладн))';
const give = '(?:скин|дай|дад|дам|кин|остав|пришл|сброс|диктуй|продиктуй|подскаж|отправ|напиш)[а-я]*';
const between = '(?:\\s+(?:мне|нам|пожалуйста|плиз|сюда|свой|ваш|твой|мой|свои|ваши|твои|тебе|вам|и|имя)){0,3}\\s+';

const asking = new RegExp(
  [
    `(?<![а-я])номер(?:ок|очек)(?![а-я])${others}`,
    `(?<![а-я])${give}${between}номер(?:а|ок)?\\s+(?:телефона|мобильного|сотового|для связи)(?![а-я])${others}`,
    `(?<![а-я])(?:${give}|можно)\\s+(?:мне\\s+|пожалуйста\\s+)?(?:ваш|свой|твой)\\s+(?:номер|телефон|контакт)(?:\\s+телефона)?\\s*(?:[?.!,)]|$)`,
    `(?<![а-я])(?:скин|дай|дад|кин|остав|пришл)[а-я]*${between}?(?:контакт(?:ы|ик)?)(?![а-я])${others}`,
    `(?<![а-я])(?:ваш|твой|свой)\\s+контакт\\s+для\\s+связи`,
    `(?<![а-я])связаться\\s+(?:с\\s+(?:вами|тобой)\\s+)?напрямую|напрямую\\s+(?:с\\s+вами\\s+)?связаться`,
    `(?<![а-я])созвон(?:имся|иться)(?![а-я])`,
    `(?<![а-я])(?:могу|можно|давайте?)\\s+(?:я\\s+)?(?:вам|тебе)\\s+(?:по|на)звон(?:ить|ю|им)(?![а-я])(?!\\s+в\\s)`,
    `(?<![a-z])(?:(?:give|send|drop|text)\\s+(?:me|us)|what(?:'?s|\\s+is))\\s+(?:your|ur)\\s+(?:phone\\s+)?(?:number|phone|cell|mobile)(?:\\s+number)?\\s*(?:[?.!,)]|$|please|pls|so|and|i\\s)`,
  ].join('|'),
);

/**
 * The words of a resolved text with which somebody asks the other side for its telephone number or to go on by telephone;
 * undefined where there are none. Numbers of couriers, services and orders are what people ask for every day and pass.
 */
export const findAsking = (resolved: string): string | undefined => asking.exec(resolved)?.[0];
