const text = `
:host { display: block; position: relative; container-type: inline-size; color-scheme: dark;
  --accent: var(--vitrina-accent, #ff5a36); --ink: #fff; font: 500 14px/1.35 system-ui, sans-serif; }
:host([hidden]) { display: none; }
.frame { position: relative; overflow: hidden; aspect-ratio: var(--ratio, 16 / 9); background: #101114; color: var(--ink);
  border-radius: var(--vitrina-radius, 12px); outline-offset: 2px; }
.frame:fullscreen { border-radius: 0; aspect-ratio: auto; width: 100%; height: 100%; }
.blur, .poster img, video { position: absolute; inset: 0; width: 100%; height: 100%; }
.blur { background-size: 100% 100%; }
.poster img { object-fit: cover; }
.poster ::slotted(*) { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
video { object-fit: contain; opacity: 0; }
.frame[data-begun] video { opacity: 1; }
.frame[data-begun] .poster, .frame[data-begun] .blur { visibility: hidden; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
svg { width: 24px; height: 24px; fill: currentColor; display: block; }
:focus { outline: none; }
:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #1a4fff; border-radius: 6px; }
.frame:focus-visible { border-radius: var(--vitrina-radius, 12px); outline-offset: -3px; }
.big { position: absolute; inset: 0; margin: auto; width: 76px; height: 76px; border-radius: 50%; background: var(--accent);
  display: grid; place-items: center; box-shadow: 0 6px 30px #0008; }
.big svg { width: 38px; height: 38px; fill: #111; }
.frame[data-begun] .big, .frame[data-problem] .big { display: none; }
.frame[data-ended] .big { display: grid; }
.spinner { position: absolute; inset: 0; margin: auto; width: 48px; height: 48px; border-radius: 50%;
  border: 4px solid #fff5; border-top-color: #fff; display: none; pointer-events: none; }
.frame[data-waiting]:not([data-problem]) .spinner { display: block; animation: turn 1s linear infinite; }
@keyframes turn { to { rotate: 1turn; } }
.bar { position: absolute; inset: auto 0 0 0; padding: 32px 12px 8px; background: linear-gradient(transparent, #000c);
  transition: opacity .2s; }
.frame[data-idle] .bar { opacity: 0; }
.frame[data-idle] { cursor: none; }
.frame:not([data-begun]):not(:hover):not(:focus-within) .bar { opacity: 0; }
.bar:focus-within { opacity: 1 !important; }
.row { display: flex; align-items: center; gap: 4px; }
.row .gap { flex: 1; }
.row > button:not(.live), .menu-holder > button { width: 40px; height: 40px; display: grid; place-items: center; border-radius: 6px; }
.row button:hover { background: #fff2; }
.time { font-variant-numeric: tabular-nums; padding: 0 6px; white-space: nowrap; }
button.live { display: none; align-items: center; gap: 6px; padding: 4px 10px; }
.live::before { content: ''; width: 8px; height: 8px; border-radius: 50%; background: #aaa; }
.live[data-edge]::before { background: #ff3b30; }
.frame[data-live] button.live { display: flex; }
input[type=range] { appearance: none; background: transparent; margin: 0; height: 20px; cursor: pointer; }
input[type=range]::-webkit-slider-runnable-track { height: 5px; border-radius: 3px;
  background: linear-gradient(to right, var(--accent) var(--done, 0%), #fffa var(--done, 0%), #fffa var(--loaded, 0%), #fff4 var(--loaded, 0%)); }
input[type=range]::-moz-range-track { height: 5px; border-radius: 3px; background: #fff4; }
input[type=range]::-moz-range-progress { height: 5px; border-radius: 3px; background: var(--accent); }
input[type=range]::-webkit-slider-thumb { appearance: none; width: 15px; height: 15px; margin-top: -5px; border-radius: 50%; background: #fff; }
.timeline { position: relative; display: block; }
.timeline input { width: 100%; display: block; }
.volume input { width: 72px; }
.hover { position: absolute; bottom: 26px; translate: -50% 0; display: none; text-align: center; pointer-events: none; }
.hover[data-shown] { display: block; }
.hover .picture { border: 2px solid #fff; border-radius: 6px; background-repeat: no-repeat; background-color: #000; }
.hover .at { display: inline-block; background: #000c; border-radius: 4px; padding: 1px 6px; margin-top: 4px; }
.menu-holder { position: relative; }
.menu { position: absolute; right: 0; bottom: 46px; min-width: 150px; max-height: 220px; overflow: auto; margin: 0; padding: 6px;
  background: #1b1c21f5; border-radius: 10px; box-shadow: 0 8px 30px #0009; display: none; }
.menu[data-open] { display: block; }
.menu button { display: block; width: 100%; text-align: start; padding: 8px 10px 8px 30px; border-radius: 6px; position: relative; }
.menu button:hover { background: #fff2; }
.menu button[aria-checked=true]::before { content: '✓'; position: absolute; left: 10px; }
.caption { position: absolute; inset: auto 8% 84px; text-align: center; pointer-events: none; font-size: clamp(14px, 2.6cqi, 26px); }
.caption span { background: #000c; padding: 2px 8px; border-radius: 4px; white-space: pre-line; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.tags { position: absolute; inset: 0; pointer-events: none; }
.tags button { position: absolute; pointer-events: auto; display: flex; align-items: center; gap: 6px; max-width: 46%;
  background: #fff; color: #111; border-radius: 999px; padding: 6px 12px 6px 8px; box-shadow: 0 3px 14px #0007; translate: -50% -50%; }
.tags button span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tags button[data-corner] { translate: none; right: 12px; top: 12px; }
.notice { position: absolute; inset: 0; display: none; place-content: center; justify-items: center; gap: 14px; padding: 20px;
  background: #101114e6; text-align: center; }
.frame[data-problem] .notice { display: grid; }
.notice p { margin: 0; max-width: 44ch; text-wrap: balance; }
.notice button { background: var(--accent); color: #111; border-radius: 999px; padding: 9px 20px; }
@container (max-width: 480px) { .volume input, .speed-menu { display: none; } .row > button:not(.live), .menu-holder > button { width: 36px; } }
@media (prefers-reduced-motion: reduce) { .bar { transition: none; } .frame[data-waiting] .spinner { animation: none !important; } }
`;

/** One sheet for all players of a page. A constructed sheet needs no `unsafe-inline` in the page's content policy. */
export const playerStyles = (): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
