import { describe, expect, it } from 'vitest';
import { judgeText } from './judge-text.ts';

const facts = { linksAllowedHosts: ['market.example'], recentTexts: [], firstContact: true, authorAgeDays: 0 };

/** What people write about goods all day. Every line has something a careless filter takes for a contact. */
const ordinary = [
  // sizes, prices, quantities
  'Есть размеры 39, 40, 41, 42, 43, 44, 45?',
  'Возьму 90 92 94 96 98 если есть скидка',
  'Обхваты 90-60-90, рост 175, какой размер брать?',
  'Цена 12 990 вместо 15 990, а было 18 990?',
  '8 900 руб. за пару или 9 900?',
  'Размеры 120х60х75 см, вес 12,5 кг, мощность 2200 Вт',
  'Can you do 1,299.00 instead of 1,499.00 for 3 pcs?',
  'Dimensions 1200 x 600 x 750 mm, weight 12.5 kg',
  'Do you have sizes 6 7 8 9 10 11 12?',
  'A pack of 12 @ 300 each?',
  // numbers of orders, parcels, goods
  'Мой заказ V-7KQ3M-9XH4C-A, когда отправите?',
  'Заказ № 9161234567 до сих пор в пути',
  'Трек 80080012345674 не отслеживается',
  'Трек-номер RA123456789RU, проверьте',
  'Накладная СДЭК 1492929384',
  'Трек СДЭК 9384756102, где посылка?',
  'Артикул 4601234567890 подойдёт?',
  'Штрихкод 4607034171124 на коробке другой',
  'ИНН 7707083893 для счёта',
  'Серийный номер 353918051234567 на корпусе',
  'Order number V-7KQ3M-9XH4C, where is it?',
  'Tracking number 1Z999AA10123456784 has not moved',
  'My tracking is 9400111899223197428490',
  'Barcode 5901234123457, is it the same product?',
  'The SKU is ABC-2024-XL-10/12',
  'ISBN 978-3-16-148410-0, do you have it?',
  'Part number 06A-115-561-B fits?',
  'Модель SM-G991B/DS 8/256, 2021 года',
  // dates and times
  'Доставят 22.11.2026 с 10:00 до 14:00?',
  'Заказывала 01.02.2026, сегодня 15.02.2026',
  'It came on 2026-11-22 at 10:30, the box was open',
  'Работаем 9-18, обед 13-14, вых. сб-вс',
  // paying and refunds as they are meant
  'Можно оплатить картой при получении?',
  'Оплата картой или наличными курьеру?',
  'Деньги вернутся на карту в течение 3 дней',
  'Когда переведёте возврат на карту?',
  'Последние 4 цифры карты 4321, платёж не прошёл',
  'Оплатила на сайте, деньги списались дважды',
  'Дешевле будет, если взять два?',
  'Can I pay by card on delivery?',
  'I paid on the site and the money went twice',
  'Will the refund come to my card?',
  'The last four digits of the card are 4242',
  'Is it cheaper without the case?',
  'Do you send it directly from the factory?',
  // support, hot lines, own pages
  'Звоните в поддержку, они помогут',
  'Позвоните в СДЭК 8-800-250-14-05, это бесплатно',
  'Обратитесь в службу поддержки площадки',
  'Вот этот товар: https://market.example/p/red-cup, есть в наличии?',
  'Смотрите www.market.example/returns',
  'Напишите на support@market.example, если не ответим',
  'Please call support, they see your order',
  // words that look like hosts, handles or messengers
  'Видел ваше видео в телеграме, очень понравилось',
  'I found you via Instagram, lovely shop',
  'Чехол с логотипом WhatsApp есть?',
  'Садовая телега на двух колёсах, какая грузоподъёмность?',
  'Клавиатура подходит для Node.js разработчика, ха-ха',
  'Файл чек.pdf приложил, и инструкция.doc',
  'Спасибо.Всё пришло.Отлично',
  'It arrived.It is great.Thanks',
  'Т-shirt размер XL, USB-кабель 2м, ПВХ-плёнка',
  'Один, два или три предмета в наборе?',
  'Two or three? One is not enough for five people',
  'Сто двадцать рублей за штуку или за пять?',
  'Добавьте в заказ ещё две кружки',
  'Напишите размеры, пожалуйста',
  'Скиньте фото в сообщения сюда',
  'А 100% хлопок? Сколько % шерсти?',
  'ВНИМАНИЕ! Коробка пришла ПУСТАЯ!!! Где товар???',
  'Спасибо! 😍😍😍 Всё супер! 🔥🔥',
  'ок',
  '👍',
  '',
];

describe('ordinary talk about goods', () => {
  it.each(ordinary)('passes: %s', (text) => {
    expect(judgeText(text, facts)).toEqual({ outcome: 'ALLOW', reasons: [] });
  });
});
