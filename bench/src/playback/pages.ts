/** Addresses a page is made of. */
export interface PageParts {
  readonly player: string;
  readonly dash: string;
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>Playback</title><link rel="icon" href="data:,"><style>body{margin:0}</style>${body}</html>`;

/** Notes in `window.seen` when the video was wanted and when its first frame was on the screen (milliseconds since navigation). */
const watch = `
  window.seen = { errors: [] };
  window.watchFrame = (video) => video.requestVideoFrameCallback((now) => { window.seen.frame = now; });
`;

/** Our player; with \`autoplay\` the video is wanted as soon as the element is there. */
export const playerPage = ({ player }: PageParts, autoplay: boolean): string =>
  page(`<script>${watch}
  customElements.whenDefined('vitrina-player').then(() => {
    const player = document.querySelector('vitrina-player');
    window.seen.wanted = performance.now();
    // A still page has its first frame decoded already, under the poster: only what moves counts there.
    const watching = () => watchFrame(player.video);
    if (player.hasAttribute('autoplay')) watching();
    else player.video.addEventListener('playing', watching, { once: true });
    player.addEventListener('playerproblem', (event) => window.seen.errors.push(event.detail.code));
  });
  </script><vitrina-player ${autoplay ? 'autoplay' : ''} src="/media/master.m3u8" title-text="Playback"></vitrina-player>
  <script type="module" src="${player}"></script>`);

/** dash.js on a bare video element, the script loaded beforehand: the peer's best case. */
export const dashPage = ({ dash }: PageParts): string =>
  page(`<video muted playsinline width="1280"></video><script src="${dash}"></script><script>${watch}
  const video = document.querySelector('video');
  const player = dashjs.MediaPlayer().create();
  for (const type of ['error', 'playbackError']) player.on(type, (event) => window.seen.errors.push(String(event.error?.message ?? event.type)));
  watchFrame(video);
  window.seen.wanted = performance.now();
  player.initialize(video, '/media/manifest.mpd', true);
  </script>`);
