import { hiddenTerms } from '../text/term-pattern.ts';

const latin = [
  'telegram',
  'telegramm',
  'telega',
  'whatsapp',
  'vatsap',
  'votsap',
  'watsap',
  'viber',
  'instagram',
  'insta',
  'facebook',
  'wechat',
  'skype',
  'discord',
  'snapchat',
  'vkontakte',
];
const russian = [
  'телеграм',
  'телега',
  'телегу',
  'телеге',
  'ватсап',
  'вотсап',
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
const shortNames = '(?:тг|тэгэ|тэ гэ|вк|вац|ватс|tg|wa|ig|vk|fb)';

/** Words with which people call somebody elsewhere. They stand within a few words of the messenger's name. */
const invites =
  /(?:пиш[иу]|пишите|напиш|писать|напишите|стучи|добав|свяж|связ|обращ|звони|набер|скин[ьу]|дай|дам|кинь|кида|оставь|перейд|переход|уйд[её]м|продолж|найди|ищи|подпис|вступ|ссылк|отвеч|быстрее|общат|пообща|спиш[еу]|списат|договор|удобне|пришл|прислат|отправ|есть ли|у вас|write (?:me|to|us)|text me|message me|msg me|\bdm\b|\bpm\b|\badd\b|contact (?:me|us)|reach (?:me|us|out)|hit me|find me|join|do you have|have you (?:got )?|chat (?:with|on|in|via)|talk (?:on|in|via)|send (?:me|it|us|them)|ping me|call me|what'?s your|ник(?![а-я])|nick|номер|number)/;
const adjacent = /(?<![a-zа-я])(?:my|your|мо[йяею]|мо[её]м|ваш)\s+$/;

const shortInvite = new RegExp(
  `(?<![a-zа-я0-9])(?:пиш[иу]|пишите|напиши|напишите|стучи|добавь|скинь|дай|найди|мо[йя]|ваш|есть|перейд[её]м|давай(?:те)?|write|add|dm|msg|text|message|my|your)(?:\\s+[a-zа-я]{1,6}){0,2}\\s+${shortNames}(?![a-zа-я0-9])|` +
    `(?<![a-zа-я])my (?:snap|insta|ig|tg|fb|telegram|skype) is |(?<![a-zа-я0-9])${shortNames}\\s*[:=—-]\\s*@?[a-z][a-z0-9-]{3,}`,
);

const handle = /(?<![a-zа-я0-9.@-])@\s?([a-z][a-z0-9-]{3,31})(?![a-z0-9@-]|\.[a-z])/;
const nickname =
  /(?:ник|никнейм|логин|nick(?:name)?|username|user name|login)\s*(?:[:=-]|в \S+|is|такой)\s*@?[a-z][a-z0-9-]{3,}/;
const invitation =
  /(?<![a-z0-9])(?:t\s?\.\s?me|telegram\.me|wa\.me|vk\.me|join\.skype|discord\.gg|chat\.whatsapp\.com|viber\.click|ig\.me|m\.me)(?:\s?\/|\b)|(?<![a-z])tg:\s?\/\//;

/** A word of the Russian `личные сообщения` elsewhere: `пишите в лс`, `жду в личку`, `dm me`. */
const privately =
  /(?:пиш[иу]\S*|напиш\S*|жду|стучи\S*|отпиш\S*|ответ\S*)\s+(?:\S+\s+){0,3}(?:лс|личку|личные сообщения|личк[еу])(?![а-я])|\bdm me\b|\bpm me\b|\binbox me\b/;

const near = (text: string, start: number, end: number): string => text.slice(Math.max(0, start - 48), end + 40);

/**
 * The first thing of a text that calls the other side to another messenger: a handle, an invitation link, or a
 * messenger's name together with words that invite. The name alone passes (`видел ваше видео в телеграме`), unless it
 * is written to be overlooked (`т.е.л.е.г.р.а.м`, `wh4ts4pp`), which nobody does without intent. `folded` keeps
 * scripts as typed, `resolved` has every word in one script, `typed` is the text in lower case.
 */
export const findMessenger = (text: { typed: string; folded: string; resolved: string }): string | undefined => {
  const { folded, resolved, typed } = text;
  const direct =
    invitation.exec(folded) ??
    handle.exec(folded) ??
    nickname.exec(resolved) ??
    shortInvite.exec(resolved) ??
    privately.exec(resolved);
  if (direct) return direct[0];
  for (const match of folded.matchAll(named)) {
    const isHidden = !plain.test(match[0]) || !typed.includes(match[0]);
    const place = near(resolved, match.index, match.index + match[0].length);
    if (isHidden || invites.test(place) || adjacent.test(resolved.slice(0, match.index))) return match[0];
  }
  return undefined;
};
