/** How far below the fold a player begins to load: about one flick of a phone. */
const marginPixels = 400;

/**
 * Calls `arrived` once, when the element comes near the viewport, and `seen` with every change of at least half of it
 * being on the screen. Nothing is to be fetched before `arrived`.
 */
export const onApproach = (
  element: Element,
  handlers: { readonly arrived: () => void; readonly seen: (visible: boolean) => void },
  signal: AbortSignal,
): void => {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      handlers.arrived();
    },
    { rootMargin: `${marginPixels}px` },
  );
  const inView = new IntersectionObserver((entries) => handlers.seen((entries.at(-1)?.intersectionRatio ?? 0) >= 0.5), {
    threshold: [0, 0.5],
  });
  near.observe(element);
  inView.observe(element);
  signal.addEventListener('abort', () => {
    near.disconnect();
    inView.disconnect();
  });
};
