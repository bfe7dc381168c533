import type { MessageKind } from '../message.ts';

export const videoReady: MessageKind = {
  kind: 'video-ready',
  category: 'VIDEOS',
  channels: ['app'],
  write: {
    en: () => ({
      title: 'Your video is ready',
      text: 'Every quality of it is there. Choose its poster and tag your goods.',
    }),
    ru: () => ({ title: 'Видео готово', text: 'Доступны все варианты качества. Выберите обложку и отметьте товары.' }),
  },
};

/** Codes whose remedy is another file; everything else may be tried again as it is. */
const faultOfFile = (code: unknown): boolean => code !== 'PROCESSING_FAILED';

export const videoFailed: MessageKind = {
  kind: 'video-failed',
  category: 'VIDEOS',
  channels: ['app'],
  write: {
    en: ({ code }) => ({
      title: 'A video could not be made',
      text: faultOfFile(code)
        ? `The file cannot be used (${code}). Open the video to see why, and upload another file.`
        : 'Something went wrong while working on it. Open the video and try again.',
    }),
    ru: ({ code }) => ({
      title: 'Видео не удалось обработать',
      text: faultOfFile(code)
        ? `Файл не подходит (${code}). Откройте видео, чтобы узнать причину, и загрузите другой файл.`
        : 'Во время обработки произошла ошибка. Откройте видео и попробуйте ещё раз.',
    }),
  },
};
