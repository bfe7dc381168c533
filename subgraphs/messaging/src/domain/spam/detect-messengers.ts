import { hiddenTerms, termGate } from '../text/term-pattern.ts';
import { isBareCall } from './bare-call.ts';

const latin = [
  'telegram',
  'telegramm',
  'telega',
  'whatsapp',
  'whatsap',
  'whtsapp',
  'vatsap',
  'votsap',
  'watsap',
  'wzap',
  'viber',
  'instagram',
  'insta',
  'facebook',
  'wechat',
  'skype',
  'discord',
  'snapchat',
  'vkontakte',
  'teleqram',
];
const russian = [
  'телеграм',
  'телега',
  'телегу',
  'телеге',
  'ватсап',
  'вотсап',
  'воцап',
  'вастап',
  'уатсап',
  'тлгрм',
  'вацап',
  'вотцап',
  'ватцап',
  'вайбер',
  'вибер',
  'инстаграм',
  'инста',
  'инсту',
  'вконтакте',
  'скайп',
  'дискорд',
  'фейсбук',
];
/** Longer words first: `telega` must not end the search inside `telegram`. */
const terms = [...latin, ...russian].sort((a, b) => b.length - a.length);
const named = hiddenTerms(terms, 4);
const plain = new RegExp(`(?:${terms.join('|')})`);
const shortNames = '(?:тг|тэгэ|тэ гэ|вк|вац|ватс|инст|tg|wa|ig|vk|fb|inst)';

/** Words with which people call somebody elsewhere. They stand within a few words of the messenger's name. */
const invites =
  /(?:пиш[иу]|пишите|напиш|писать|напишите|стучи|добав|свяж|связ|обращ|звони|набер|скин[ьу]|дай|дам|кинь|кида|оставь|перейд|переход|уйд[её]м|продолж|найди|ищи|подпис|вступ|ссылк|отвеч|быстрее|общат|пообща|спиш[еу]|списат|договор|удобне|пришл|прислат|отправ|есть ли|у вас|write (?:me|to|us)|text me|message me|msg me|\bdm\b|\bpm\b|\badd\b|contact (?:me|us)|reach (?:me|us|out)|hit me|find me|join|do you have|have you (?:got )?|chat (?:with|on|in|via)|talk (?:on|in|via)|send (?:me|it|us|them)|ping me|call me|what'?s your|ник(?![а-я])|nick|номер|number)/;
const adjacent = /(?<![a-zа-я])(?:my|your|мо[йяею]|мо[её]м|ваш)\s+$/;

const shortInvite = new RegExp(
  `(?<![a-zа-я0-9])(?:пиш[иу]|пишите|напиши|напишите|стучи|добавь|скинь|дай|найди|мо[йя]|ваш|есть|перейд[её]м|давай(?:те)?|write|add|dm|msg|text|message|my|your)(?:\\s+[a-zа-я]{1,6}){0,2}\\s+${shortNames}(?![a-zа-я0-9])|` +
    `(?<![a-zа-я])my (?:snap|insta|ig|tg|fb|telegram|skype) is |(?<![a-zа-я0-9])${shortNames}\\s*[:=—-]\\s*@?[a-z][a-z0-9-]{3,}|` +
    `(?<![a-zа-я0-9])(?:тг|tg|ig|вк|инст|inst)\\s+[a-z][a-z0-9-]{5,}\\s*$|` +
    `(?<![a-zа-я])(?:me|us)(?: up)?(?:\\s+\\S+){0,2}\\s+(?:on|via|in)\\s+(?:${shortNames}|snap)(?![a-z])|` +
    `(?<![а-я])(?:я|меня|мы|нас|ник\\S*|логин|@\\s?\\S+)\\s+(?:\\S+\\s+){0,2}(?:в|на)\\s+(?:тг|вк|телег[еу]|инст[еу])(?![а-яa-z0-9])|` +
    `(?<![а-я])(?:в|на)\\s+(?:тг|вк)\\s+(?:найд|ищи|дешевле|обсуд|договор|спиш|напиш|скин|буд)[а-я]*|` +
    `(?<![а-я])(?:пиш[иу]|пишите|напиши|напишите|давай(?:те)?|перейд[её]м|уйд[её]м|жду|отвечу)\\s+(?:\\S+\\s+)?в\\s+(?:max|макс[еу]?)(?![а-яa-z0-9.-])(?!\\s+[а-я])`,
);

/** A name in a messenger that is named: after a colon, or one no word looks like (`live:anna`, `anna#1234`, `anna-87`). */
const namedThere = new RegExp(
  `(?<![a-zа-я0-9])(?:${terms.join('|')})[а-я]{0,2}\\s*(?:[:=]\\s*@?\\s?(?:[a-z][a-z0-9-]{3,32}|[а-я]{3,16}(?:\\s[а-я]{2,16})?\\s*$)|[—-]?\\s*@?(?:live:)?(?=[a-z0-9.-]{0,32}[0-9#:.-][a-z0-9])[a-z][a-z0-9.-]{3,32}(?:#\\d{4})?(?![a-zа-я]))`,
);

const handle = /(?<![a-zа-я0-9.@-])@\s?([a-z][a-z0-9-]{3,31})(?![a-z0-9@-]|\.[a-z])/;
const nickname =
  /(?<![a-zа-я])(?:ник|никнейм|логин|nick(?:name)?|username|user name|login)\s*(?:[:=-]|в \S+|is|такой)\s*@?[a-z][a-z0-9-]{3,}/;
const invitation =
  /(?<![a-z0-9])(?:t\s?\.\s?me|[tт]\s?[.,()[\]{}-][\s.,()[\]{}-]{0,4}[mм]\s?[.,-]?\s?[eеэ](?=\s?[/\\])|[tт][mм][eе](?=\s?[/\\]\s?[a-z])|(?:vk|вк)\s+(?:com|ком)(?![a-zа-я])|telegram\.me|wa\.me|vk\.me|join\.skype|discord\.gg|chat\.whatsapp\.com|viber\.click|ig\.me|m\.me)(?:\s?\/|\b)|(?<![a-z])tg:\s?\/\//;

/** A word of the Russian `личные сообщения` elsewhere: `пишите в лс`, `жду в личку`, `dm me`. */
const privately =
  /(?:пиш[иу]\S*|напиш\S*|жду|стучи\S*|отпиш\S*|ответ\S*)\s+(?:\S+\s+){0,3}(?:лс|личку|личные сообщения|личк[еу])(?![а-я])|(?<![а-я])(?:лс|личку)\s+(?:пиш|напиш|жду|стуч|отпиш|скин|кид)[а-я]*|\bdm me\b|\bpm me\b|\binbox me\b/;

/** Whether a text may hold a messenger's name, hidden or not: a look at the letters alone, without their order of signs. */
const mayHoldTerm = termGate(terms);
/** Whether it has something of what else calls elsewhere: a short name, a sign of an address, a word for a name. */
const someSign =
  /@|\.(?:me|gg|click|com)|(?<![a-zа-я0-9])(?:тг|тэгэ|тэ гэ|вк|вац|ватс|инст|лс|личк|личн|ник|логин|имо|макс|tg|wa|wapp|ig|vk|fb|inst|snap|dm|pm|nick|user|login|inbox|join|max|t\s?\.|[tт][\s.,()[\]{}-]{0,6}[mм][\s.,-]{0,3}[eеэ]\s?[/\\])|никнейм|nickname|username/;

/** A text with its scripts as typed, with every word in one script, and in lower case alone. */
interface Forms {
  readonly typed: string;
  readonly folded: string;
  readonly resolved: string;
}

const near = (text: string, start: number, end: number): string => text.slice(Math.max(0, start - 48), end + 40);

/**
 * The first thing of a text that calls the other side to another messenger: a handle, an invitation link, or a
 * messenger's name together with words that invite. The name alone passes (`видел ваше видео в телеграме`), unless it
 * is written to be overlooked (`т.е.л.е.г.р.а.м`, `wh4ts4pp`), which nobody does without intent. `folded` keeps
 * scripts as typed, `resolved` has every word in one script, `typed` is the text in lower case.
 */
export const findMessenger = (text: Forms): string | undefined => {
  const { folded, resolved } = text;
  const hasName = mayHoldTerm(folded) || (resolved !== folded && mayHoldTerm(resolved));
  const hasSign = hasName || someSign.test(folded) || (resolved !== folded && someSign.test(resolved));
  return (hasSign ? searchCall(text) : undefined) ?? (hasName ? searchName(text) : undefined);
};

/** The same without the quick look that spares most texts the search. */
export const searchMessenger = (text: Forms): string | undefined => searchCall(text) ?? searchName(text);

const searchCall = ({ folded, resolved }: Forms): string | undefined =>
  (invitation.exec(folded) ??
    handle.exec(folded) ??
    nickname.exec(resolved) ??
    shortInvite.exec(resolved) ??
    namedThere.exec(resolved) ??
    privately.exec(resolved))?.[0] ?? isBareCall(resolved);

const searchName = ({ typed, folded, resolved }: Forms): string | undefined => {
  for (const match of folded.matchAll(named)) {
    const isHidden = !plain.test(match[0]) || !typed.includes(match[0]);
    const place = near(resolved, match.index, match.index + match[0].length);
    if (isHidden || invites.test(place) || adjacent.test(resolved.slice(0, match.index))) return match[0];
  }
  return undefined;
};
