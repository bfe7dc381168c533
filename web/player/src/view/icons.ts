/** Outlines of the icons on a grid of 24, drawn for this player. */
const outlines = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z',
  replay: 'M12 5V1.5L6.8 6 12 10.5V7a5.5 5.5 0 1 1-5.5 5.5h-2A7.5 7.5 0 1 0 12 5z',
  sound:
    'M3 9.2v5.6h3.8L12 19.5v-15L6.8 9.2zM14.5 8.3a5 5 0 0 1 0 7.4zM14.5 4.4v2a7 7 0 0 1 0 11.2v2a9 9 0 0 0 0-15.2z',
  silence:
    'M3 9.2v5.6h3.8L12 19.5v-15L6.8 9.2zM21 9.6 19.6 8.2 17.4 10.4 15.2 8.2 13.8 9.6 16 11.8 13.8 14l1.4 1.4 2.2-2.2 2.2 2.2L21 14l-2.2-2.2z',
  captions:
    'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm2 6v2h5v-2zm7 0v2h5v-2zm-7 4v2h8v-2zm10 0v2h2v-2z',
  quality: 'M4 17h10v2H4zM4 11h4v2H4zM4 5h12v2H4zM16 15h2v6h-2zM10 9h2v6h-2zM18 3h2v6h-2zM14 11h6v2h-6z',
  speed:
    'M12 5a9 9 0 0 0-9 9 9 9 0 0 0 1.8 5.4l1.6-1.2A7 7 0 1 1 19 14a7 7 0 0 1-1.4 4.2l1.6 1.2A9 9 0 0 0 12 5zm4.5 4.5-5.6 3.4a1.6 1.6 0 1 0 2.2 2.2z',
  fullscreen: 'M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z',
  shrink: 'M8 4h2v6H4V8h4zM14 4h2v4h4v2h-6zM4 14h6v6H8v-4H4zM14 14h6v2h-4v4h-2z',
  bag: 'M8 8V7a4 4 0 0 1 8 0v1h3l1 12.5H4L5 8zm2 0h4V7a2 2 0 0 0-4 0z',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof outlines;

const namespace = 'http://www.w3.org/2000/svg';

/** An icon for eyes only; what it means is its button's label. */
export const icon = (name: IconName): SVGSVGElement => {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outlines[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
};

/** Shows another icon on a button that has one. */
export const changeIcon = (button: Element, name: IconName): void => {
  button.querySelector('path')?.setAttribute('d', outlines[name]);
};
