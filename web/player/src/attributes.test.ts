import { describe, expect, it } from 'vitest';
import { parseAspectRatio, readSource } from './attributes.ts';
import { wordsFor } from './locale/words.ts';
import { levelName } from './playback/engine.ts';
import { problemOf } from './playback/problem.ts';
import { formatTime } from './view/format-time.ts';

const read = (attributes: Record<string, string>) => readSource((name) => attributes[name] ?? null);

describe('a source in attributes', () => {
  it('is what the page wrote, and nothing without an address', () => {
    expect(read({ 'title-text': 'x' })).toBeUndefined();
    expect(
      read({ src: '/m.m3u8', live: '', 'aspect-ratio': '9/16', poster: '/p.jpg', 'poster-srcset': '/p.jpg 640w' }),
    ).toEqual({
      hlsUrl: '/m.m3u8',
      title: '',
      poster: { src: '/p.jpg', sets: [{ type: '', srcset: '/p.jpg 640w' }] },
      thumbhash: undefined,
      captions: [],
      storyboardUrl: undefined,
      aspectRatio: 0.5625,
      live: true,
    });
  });

  it('refuses captions that are no list', () => {
    expect(read({ src: '/m', captions: '[{"language":"ru","url":"/ru.vtt"}]' })?.captions).toEqual([
      { language: 'ru', label: 'ru', url: '/ru.vtt' },
    ]);
    expect(() => read({ src: '/m', captions: '{}' })).toThrow(/JSON list/);
  });

  it('takes a ratio as two numbers or one', () => {
    expect(['16/9', '1.5', 'wide', '0', null].map(parseAspectRatio)).toEqual([
      16 / 9,
      1.5,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('shows times as people read them', () => {
  expect([0, 65.9, 3_723, Number.NaN, Number.POSITIVE_INFINITY, -1].map(formatTime)).toEqual([
    '0:00',
    '1:05',
    '1:02:03',
    '0:00',
    '0:00',
    '0:00',
  ]);
});

it('names a quality by its short side', () => {
  expect([levelName(960, 540), levelName(540, 960), levelName(0, 0)]).toEqual(['540p', '540p', 'audio']);
});

it('says every problem in both languages, and which of them pass by themselves', () => {
  expect(problemOf({ kind: 'network' })).toEqual({ code: 'NETWORK', passing: true });
  expect(problemOf({ kind: 'network', status: 503 })).toEqual({ code: 'NETWORK', passing: true });
  expect(problemOf({ kind: 'network', status: 410 })).toEqual({ code: 'NOT_FOUND', passing: false });
  expect(problemOf({ kind: 'network', status: 401 })).toEqual({ code: 'EXPIRED', passing: false });
  expect(problemOf({ kind: 'playlist' }).code).toBe('BROKEN_PLAYLIST');
  expect(problemOf({ kind: 'media' }).code).toBe('BROKEN_MEDIA');
  expect(problemOf({ kind: 'unsupported' }).code).toBe('UNSUPPORTED');
  expect(Object.keys(wordsFor('ru-RU').problems)).toEqual(Object.keys(wordsFor('de').problems));
  expect(wordsFor('rue').play).toBe('Play');
});
