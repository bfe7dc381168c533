import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaFacts } from './fixtures/media-facts.ts';
import { planLadder, type Rung } from './ladder.ts';
import type { FrameRate, MediaFacts, VideoFormat } from './media-facts.ts';
import { checkBatch, type PlaybackBatch } from './playback-batch.ts';
import { checkTags, type WantedTag } from './product-tags.ts';
import { maxBytes, maxSeconds } from './video-refusals.ts';

const facts = mediaFacts();
const plan = (changes: Partial<MediaFacts>, format: VideoFormat = 'SHORT') =>
  planLadder({ ...facts, ...changes }, format);
const rungs = (changes: Partial<MediaFacts>): readonly Rung[] => {
  const made = plan(changes);
  if (!made.ok) throw new Error(made.refusals[0].code);
  return [made.value.first, ...made.value.rest];
};

describe('the ladder of any picture', () => {
  const side = fc.integer({ min: 2, max: 4_096 });
  const rate = fc.constantFrom<FrameRate>(
    { numerator: 10, denominator: 1 },
    { numerator: 24_000, denominator: 1_001 },
    { numerator: 30, denominator: 1 },
  );

  it('has even sides within the original, different names, and rates that players and the level can take', () => {
    fc.assert(
      fc.property(side, side, rate, (width, height, frameRate) => {
        const made = rungs({ width, height, frameRate });
        expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
        for (const rung of made) {
          expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
          expect(rung.width).toBeLessThanOrEqual(width);
          expect(rung.height).toBeLessThanOrEqual(height);
          expect(rung.videoBitrate).toBeGreaterThan(0);
          expect(rung.maxBitrate).toBeGreaterThanOrEqual(rung.videoBitrate);
        }
      }),
    );
  });

  it('has a rung of the original’s own size only where that is clearly above the step below', () => {
    expect(rungs({ width: 1_064, height: 600 }).map(({ name }) => name)).not.toContain('600p');
    expect(rungs({ width: 1_200, height: 676 }).map(({ name }) => name)).toContain('676p');
    expect(rungs({ width: 3_840, height: 2_160 }).map(({ name }) => name)).not.toContain('2160p');
  });

  it('gives quick pictures more bits than slow ones, and a slide show not too few', () => {
    const bits = (numerator: number) => rungs({ frameRate: { numerator, denominator: 1 } })[0]?.videoBitrate ?? 0;
    expect(bits(30)).toBeGreaterThan(bits(24));
    expect(bits(10)).toBe(bits(30) / 2);
  });
});

describe('what a format may be', () => {
  it.each(['SHORT', 'LANDING', 'LIVE'] as const)('%s is held to its length and size, to the last bit', (format) => {
    const code = (changes: Partial<MediaFacts>) => {
      const made = plan(changes, format);
      return made.ok ? null : made.refusals[0].code;
    };
    expect(code({ durationSeconds: maxSeconds[format] - 0.001 })).toBeNull();
    expect(code({ durationSeconds: maxSeconds[format] })).toBe('TOO_LONG');
    expect(code({ sizeBytes: maxBytes[format] })).toBeNull();
    expect(code({ sizeBytes: maxBytes[format] + 1 })).toBe('TOO_LARGE');
    expect(code({ durationSeconds: 0.2 })).toBeNull();
    expect(code({ durationSeconds: 0.19 })).toBe('TOO_SHORT');
  });

  it('is said with a way out that works: LANDING only where the video would fit it', () => {
    const words = (durationSeconds: number, format: VideoFormat) => {
      const made = plan({ durationSeconds }, format);
      return made.ok ? '' : made.refusals[0].message;
    };
    expect(words(100, 'SHORT')).toContain('upload it as LANDING');
    expect(words(200, 'SHORT')).not.toContain('LANDING');
    expect(words(200, 'LANDING')).toContain('Cut it');
  });

  it('is cut into longer segments where shows are recorded', () => {
    const made = (['SHORT', 'LIVE'] as const).map((format) => plan({}, format));
    expect(made.map((one) => one.ok && one.value.segmentSeconds)).toEqual([2, 6]);
  });
});

describe('tags of goods', () => {
  const shop = { shopId: 'shp_1', durationSeconds: 10 };
  const goods = [
    { productId: 'prd_mug', shopId: 'shp_1', variantIds: ['var_blue'] },
    { productId: 'prd_hat', shopId: 'shp_2', variantIds: ['var_red'] },
  ];
  const tag: WantedTag = { productId: 'prd_mug', variantId: null, startSeconds: 1, endSeconds: 2, x: null, y: null };
  const codes = (...tags: Partial<WantedTag>[]) => {
    const checked = checkTags(
      tags.map((one) => ({ ...tag, ...one })),
      shop,
      goods,
    );
    return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
  };

  it('of another shop look as if there were none, whatever variant is named', () => {
    const missing = ['PRODUCT_NOT_FOUND tags.0.productId'];
    expect(codes({ productId: 'prd_hat' })).toEqual(missing);
    expect(codes({ productId: 'prd_hat', variantId: 'var_red' })).toEqual(missing);
    expect(codes({ productId: 'prd_none' })).toEqual(missing);
  });

  it('name variants of their own product', () => {
    expect(codes({ variantId: 'var_blue' })).toEqual([]);
    expect(codes({ variantId: 'var_red' })).toEqual(['VARIANT_NOT_FOUND tags.0.variantId']);
  });

  it('lie on the picture, its borders included', () => {
    expect(codes({ x: 0, y: 0 }, { x: 1, y: 1 })).toEqual([]);
    expect(codes({ x: -0.01, y: 0 }, { x: 0, y: 1.01 }, { x: 0.5, y: null })).toEqual([
      'PLACE_OUT_OF_RANGE tags.0.x',
      'PLACE_OUT_OF_RANGE tags.1.y',
      'INCOMPLETE_PLACE tags.2.y',
    ]);
  });

  it('say one thing of their times, and everything else beside it', () => {
    expect(codes({ startSeconds: -1, endSeconds: 99, x: 2, y: 0, productId: 'prd_none' })).toEqual([
      'TIME_OUT_OF_RANGE tags.0.startSeconds',
      'PLACE_OUT_OF_RANGE tags.0.x',
      'PRODUCT_NOT_FOUND tags.0.productId',
    ]);
  });
});

describe('what a player says', () => {
  const batch: PlaybackBatch = {
    sessionId: 'session-1',
    sequence: 0,
    startupMs: null,
    watched: [],
    rebufferCount: 0,
    rebufferMs: 0,
    rendition: null,
    exitAtSeconds: null,
    errorCode: null,
  };
  const wrong = (changes: Partial<PlaybackBatch>) => {
    const checked = checkBatch({ ...batch, ...changes }, 10);
    return checked.ok ? [] : checked.refusals.map(({ field }) => field.join('.'));
  };
  const stretch = (fromSeconds: number, toSeconds: number) => ({ fromSeconds, toSeconds });

  it.each<[Partial<PlaybackBatch>, Partial<PlaybackBatch>]>([
    [{ sessionId: 'x'.repeat(8) }, { sessionId: 'x'.repeat(7) }],
    [{ sessionId: 'x'.repeat(64) }, { sessionId: 'x'.repeat(65) }],
    [{ sequence: 100_000 }, { sequence: 100_001 }],
    [{ startupMs: 3_600_000 }, { startupMs: 3_600_001 }],
    [{ rebufferCount: 10_000 }, { rebufferCount: 10_001 }],
    [{ rebufferMs: 3_600_000 }, { rebufferMs: 3_600_001 }],
    [{ exitAtSeconds: 12 }, { exitAtSeconds: 12.01 }],
    [{ rendition: 'x'.repeat(16) }, { rendition: 'x'.repeat(17) }],
    [{ errorCode: 'x'.repeat(64) }, { errorCode: 'x'.repeat(65) }],
    [{ watched: [stretch(0, 12)] }, { watched: [stretch(0, 12.01)] }],
    [
      { watched: Array.from({ length: 50 }, () => stretch(0, 1)) },
      { watched: Array.from({ length: 51 }, () => stretch(0, 1)) },
    ],
  ])('is taken to its limit, and not past it (%#)', (taken, refused) => {
    expect(wrong(taken)).toEqual([]);
    expect(wrong(refused)).toEqual(Object.keys(refused));
  });

  it('has no names with markup, and no stretch that ends before it begins', () => {
    expect(wrong({ sessionId: 'session<1>', rendition: '540p"', errorCode: 'a b' })).toEqual([
      'sessionId',
      'rendition',
      'errorCode',
    ]);
    expect(wrong({ watched: [stretch(3, 3)] })).toEqual(['watched']);
    expect(wrong({ watched: [stretch(-1, 3)] })).toEqual(['watched']);
  });
});
