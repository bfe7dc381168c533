/** Names of messengers as whole words, in any form; short ones, and those that are words of their own, stand for little alone. */
const name =
  /^(?:телеграм+[а-я]{0,4}|телеграмчик[а-я]*|тлгрм|телегу|телеге|(?:ват|вот|уат|вац|вотц|ватц|вац|воц|васт)(?:с|ц)?апп?[а-я]{0,3}|вацап[а-я]{0,3}|вайбер[а-я]{0,2}|вибер[а-я]{0,2}|инстаграм+[а-я]{0,2}|инст[ау]|вконтакте|скайп[а-я]{0,2}|дискорд[а-я]{0,2}|имо|тг|тгшк[ау]|вк|лс|личк[ау]|макс|telegram+|whats?app?|watsapp?|wapp|wzap|viber|insta(?:gram)?|wechat|skype|discord|snapchat|tg|wa|ig|vk|dm|max)$/;
/** Names that are also ordinary words: they count where somebody is called there. */
const ambiguous = /^(?:телеге|инста|макс|max|имо|wa|личка|discord|дискорд[а-я]{0,2}|скайп[а-я]{0,2}|skype)$/;
/** Words that say nothing but "let us go there" or "do you have it". */
const filler =
  /^(?:а|и|или|но|ну|да|в|во|на|по|через|у|вас|тебя|вы|ты|вам|тебе|меня|мне|мой|моя|есть|имеется|имеете|можно|можем|может|если|лучше|удобнее|удобней|быстрее|давай|давайте|го|пойдем|пошли|айда|перейдем|уйдем|уйдемте|переходим|канал|чат|группа|номер|контакт|бот|ли|что|какой|как|насчет|сидите|пользуетесь|используете|общаетесь|здравствуйте|привет|добрый|день|пожалуйста|дайте|дай|скинь|скиньте|кинь|киньте|скажите|напишите|напиши|пиши|пишите|do|you|have|got|any|a|an|on|in|to|via|use|using|are|is|there|please|pls|hi|hello|hey|lets|let|s|us|go|move|switch|me|my|your|and|or)$/;
const calling = /^(?:в|го|пойдем|давай|давайте|перейдем|уйдем|переходим|есть|you|have|to|пиши|пишите|напиши|напишите)$/;

/** Longer sentences say something about their subject. */
const maxWords = 9;

/**
 * The first sentence of a resolved text that is nothing but a messenger's name among words of asking and going (`Вацап
 * есть?`, `го в телегу`, `viber?`): who talks about goods says what about them. Undefined where there is none.
 */
export const isBareCall = (resolved: string): string | undefined => {
  for (const sentence of resolved.split(/[.!?\n]+/)) {
    const words = sentence.match(/[a-zа-я]+/g) ?? [];
    if (words.length === 0 || words.length > maxWords || /\d/.test(sentence)) continue;
    const names = words.filter((word) => name.test(word));
    if (names.length === 0 || !words.every((word) => name.test(word) || filler.test(word))) continue;
    if (names.some((word) => !ambiguous.test(word)) || words.some((word) => calling.test(word))) return sentence.trim();
  }
  return undefined;
};
