const openings = ['Добрый день', 'Здравствуйте', 'Подскажите', 'Скажите', 'Добрый вечер', 'Уточните'];
const things = ['этот ковёр', 'такой плед', 'эта лампа', 'тот чайник', 'эта кружка', 'такая подушка', 'этот столик'];
const colours = ['синий', 'серый', 'белый', 'красный', 'зелёный', 'чёрный', 'жёлтый', 'бежевый', 'коричневый'];
const questions = ['есть в наличии', 'бывает больше', 'подойдёт для детской', 'можно стирать', 'тяжёлый', 'из хлопка'];
const endings = ['спасибо', 'жду ответа', 'буду благодарна', 'хорошего дня', 'заранее спасибо'];
const syllables = ['ка', 'ро', 'ми', 'ту', 'ле', 'со', 'ни', 'ва', 'пе', 'до'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** Any whole number as a name: every text differs, and none holds digits that look like a phone number. */
const nameOf = (index: number): string => [...String(index)].map((digit) => syllables[Number(digit)] ?? '').join('');

/** What a buyer might ask; each number gives another text. */
export const textOf = (index: number): string =>
  `${pick(openings, index)}! ${pick(things, index * 7)} ${pick(colours, index * 5)} «${nameOf(index)}» ${pick(questions, index * 3)}? ${pick(endings, index * 11)}`;
