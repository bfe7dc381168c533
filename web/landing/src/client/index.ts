import { timeLeft } from '../format.ts';
import { addToCart } from './cart.ts';

/** What the server wrote into the page for this script. */
interface Facts {
  readonly tags: readonly {
    readonly id: string;
    readonly videoId: string;
    readonly title: string;
    readonly variantId: string | null;
  }[];
  readonly words: Readonly<Record<'added' | 'adding' | 'failed' | 'soldOut', string>>;
}

const facts = JSON.parse(document.getElementById('landing-facts')?.textContent ?? 'null') as Facts | null;
const shownMs = 6_000;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says it on the screen and to screen readers (`role="status"`). */
const say = (text: string): void => {
  const place = document.querySelector('.said');
  if (!place) return;
  clearTimeout(hiding);
  place.textContent = text;
  hiding = setTimeout(() => place.replaceChildren(), shownMs);
};

/** Says first that something happens: behind a slow line silence reads as a broken button. */
const buy = async (variantId: string, title: string): Promise<void> => {
  if (!facts) return;
  say(facts.words.adding);
  const added = await addToCart(variantId).catch((error: unknown) => {
    console.warn('The cart could not be reached', error);
    return { ok: false as const, reason: undefined };
  });
  say(added.ok ? facts.words.added.replace('{title}', title) : (added.reason ?? facts.words.failed));
};

/** Buttons come disabled from the server; this script is what makes them work. */
const wakeButton = (button: HTMLButtonElement): void => {
  button.disabled = false;
  button.addEventListener('click', async () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    await buy(button.dataset['buy'] ?? '', button.dataset['title'] ?? '');
    button.ariaBusy = 'false';
  });
};

/** The chosen variant's price and stock are shown, and it is what the button buys. */
const wakeChoice = (select: HTMLSelectElement): void => {
  const card = select.closest('.card');
  select.addEventListener('change', () => {
    const [option] = select.selectedOptions;
    if (!option) return;
    const { dataset, value } = option;
    card?.querySelector('strong[data-price]')?.replaceChildren(dataset['price'] ?? '');
    card?.querySelector('span[data-stock]')?.replaceChildren(dataset['stock'] ?? '');
    card?.querySelector('[data-buy]')?.setAttribute('data-buy', value);
  });
};

const wakeCountdown = (line: HTMLElement): void => {
  const endsAt = new Date(line.dataset['countdown'] ?? '');
  const units = [...line.querySelectorAll('[data-unit]')];
  const timer = setInterval(() => {
    const now = new Date();
    if (now >= endsAt) {
      clearInterval(timer);
      line.textContent = line.dataset['ended'] ?? '';
      return;
    }
    for (const [index, value] of timeLeft(endsAt, now).entries()) {
      const unit = units[index];
      if (unit) unit.textContent = String(value);
    }
  }, 1_000);
};

/** The player takes its tags as a property; it may be defined later than this script runs. */
const wakePlayer = async (player: HTMLElement): Promise<void> => {
  await customElements.whenDefined('vitrina-player');
  const own = facts?.tags.filter(({ videoId }) => videoId === player.getAttribute('video-id')) ?? [];
  Object.assign(player, { tags: own });
  player.addEventListener('producttag', (event) => {
    const { id } = (event as CustomEvent<{ id: string }>).detail;
    const tag = own.find((one) => one.id === id);
    if (tag?.variantId) void buy(tag.variantId, tag.title);
    else if (tag) say(`${tag.title}: ${facts?.words.soldOut ?? ''}`);
  });
};

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-buy]')) wakeButton(button);
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-variants]')) wakeChoice(select);
for (const line of document.querySelectorAll<HTMLElement>('[data-countdown]')) wakeCountdown(line);
for (const player of document.querySelectorAll<HTMLElement>('vitrina-player')) void wakePlayer(player);
