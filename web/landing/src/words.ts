/** What the page itself says; everything else is the shop's words. */
export interface PageWords {
  readonly skip: string;
  readonly buy: string;
  readonly soldOut: string;
  readonly inStock: (units: number) => string;
  readonly variant: string;
  readonly from: string;
  readonly endsIn: string;
  readonly units: readonly [days: string, hours: string, minutes: string, seconds: string];
  readonly stars: (count: number) => string;
  readonly needsScript: string;
  readonly added: string;
  readonly adding: string;
  readonly failed: string;
  readonly notFound: readonly [heading: string, text: string];
  readonly unavailable: readonly [heading: string, text: string];
}

const en: PageWords = {
  skip: 'Skip to the content',
  buy: 'Add to cart',
  soldOut: 'Sold out',
  inStock: (units) => (units > 10 ? 'In stock' : `${units} left`),
  variant: 'Variant',
  from: 'from',
  endsIn: 'Ends in',
  units: ['d', 'h', 'min', 's'],
  stars: (count) => `${count} of 5 stars`,
  needsScript: 'Buying needs JavaScript: switch it on for this page.',
  added: 'In your cart: {title}.',
  adding: 'Adding to the cart…',
  failed: 'It could not be added to the cart. Check your connection and try again.',
  notFound: ['This page is not there', 'It was taken down, or its address is written differently.'],
  unavailable: ['This page cannot be shown at the moment', 'Try again in a minute: it is usually back by then.'],
};

const ru: PageWords = {
  skip: 'К содержанию',
  buy: 'В корзину',
  soldOut: 'Нет в наличии',
  inStock: (units) => (units > 10 ? 'В наличии' : `Осталось: ${units}`),
  variant: 'Вариант',
  from: 'от',
  endsIn: 'До конца',
  units: ['д', 'ч', 'мин', 'с'],
  stars: (count) => `${count} из 5 звёзд`,
  needsScript: 'Для покупки нужен JavaScript: включите его для этой страницы.',
  added: 'В корзине: {title}.',
  adding: 'Добавляем в корзину…',
  failed: 'Не удалось добавить в корзину. Проверьте связь и попробуйте ещё раз.',
  notFound: ['Такой страницы нет', 'Её сняли с публикации, или адрес написан иначе.'],
  unavailable: ['Страницу сейчас не показать', 'Попробуйте через минуту: обычно к этому времени всё снова работает.'],
};

/** Words in the page's language: Russian for `ru…`, English for all others. */
export const pageWords = (locale: string): PageWords => (/^ru\b/i.test(locale) ? ru : en);
