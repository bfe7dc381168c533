/** Every sentence the player says or shows. */
export interface Words {
  readonly player: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly mute: string;
  readonly unmute: string;
  readonly volume: string;
  readonly timeline: string;
  readonly fullscreen: string;
  readonly exitFullscreen: string;
  readonly quality: string;
  readonly automatic: string;
  readonly captions: string;
  readonly off: string;
  readonly speed: string;
  readonly normalSpeed: string;
  readonly live: string;
  readonly behindLive: string;
  readonly jumpToLive: string;
  readonly loading: string;
  readonly retry: string;
  readonly product: string;
  /** `1:05 of 3:00`. */
  readonly timeOf: (at: string, length: string) => string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
}

/** What can go wrong, as the viewer and the beacons name it. */
export type ProblemCode =
  | 'NETWORK'
  | 'NOT_FOUND'
  | 'EXPIRED'
  | 'BROKEN_PLAYLIST'
  | 'BROKEN_MEDIA'
  | 'UNSUPPORTED'
  | 'UNAVAILABLE'
  | 'NOT_STARTED'
  | 'SHOW_OVER';

const en: Words = {
  player: 'Video player',
  play: 'Play',
  pause: 'Pause',
  replay: 'Play again',
  mute: 'Mute',
  unmute: 'Sound on',
  volume: 'Volume',
  timeline: 'Position in the video',
  fullscreen: 'Full screen',
  exitFullscreen: 'Leave full screen',
  quality: 'Quality',
  automatic: 'Automatic',
  captions: 'Captions',
  off: 'Off',
  speed: 'Speed',
  normalSpeed: 'Normal',
  live: 'Live',
  behindLive: 'behind live',
  jumpToLive: 'Jump to live',
  loading: 'Loading',
  retry: 'Try again',
  product: 'Product in the video',
  timeOf: (at, length) => `${at} of ${length}`,
  problems: {
    NETWORK: 'The connection was lost. Playing goes on by itself once it is back.',
    NOT_FOUND: 'This video is not there any more.',
    EXPIRED: 'The permission to watch this video has run out. Reload the page to get a new one.',
    BROKEN_PLAYLIST: 'The video could not be read: its playlist is damaged.',
    BROKEN_MEDIA: 'A part of the video is damaged and cannot be played.',
    UNSUPPORTED: 'This browser cannot play this video. A current Chrome, Firefox, Safari or Edge can.',
    UNAVAILABLE: 'This video cannot be watched at the moment.',
    NOT_STARTED: 'The show has not begun yet. It starts here by itself.',
    SHOW_OVER: 'The show is over. Its recording appears here as soon as it is ready.',
  },
};

const ru: Words = {
  player: 'Видеоплеер',
  play: 'Воспроизвести',
  pause: 'Пауза',
  replay: 'Воспроизвести ещё раз',
  mute: 'Выключить звук',
  unmute: 'Включить звук',
  volume: 'Громкость',
  timeline: 'Позиция в видео',
  fullscreen: 'На весь экран',
  exitFullscreen: 'Выйти из полноэкранного режима',
  quality: 'Качество',
  automatic: 'Авто',
  captions: 'Субтитры',
  off: 'Выключены',
  speed: 'Скорость',
  normalSpeed: 'Обычная',
  live: 'Прямой эфир',
  behindLive: 'от эфира',
  jumpToLive: 'К прямому эфиру',
  loading: 'Загрузка',
  retry: 'Повторить',
  product: 'Товар из видео',
  timeOf: (at, length) => `${at} из ${length}`,
  problems: {
    NETWORK: 'Связь прервалась. Воспроизведение продолжится само, когда она вернётся.',
    NOT_FOUND: 'Этого видео больше нет.',
    EXPIRED: 'Срок доступа к видео истёк. Обновите страницу, чтобы получить новый.',
    BROKEN_PLAYLIST: 'Видео не удалось прочитать: его список воспроизведения повреждён.',
    BROKEN_MEDIA: 'Часть видео повреждена, воспроизвести её нельзя.',
    UNSUPPORTED: 'Этот браузер не может воспроизвести видео. Подойдут свежие Chrome, Firefox, Safari или Edge.',
    UNAVAILABLE: 'Сейчас это видео посмотреть нельзя.',
    NOT_STARTED: 'Эфир ещё не начался. Он откроется здесь сам.',
    SHOW_OVER: 'Эфир закончился. Запись появится здесь, как только будет готова.',
  },
};

/** Words in the viewer's language: Russian for `ru…`, English for everybody else. */
export const wordsFor = (language: string): Words => (/^ru\b/i.test(language) ? ru : en);
