import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeCostInput, costProblem } from './cost-form.ts';
import { defaultCostInput } from './cost-model.ts';
import { contentTypeOf, prefixOf } from './object-keys.ts';
import { checkBatch, type PlaybackBatch } from './playback-batch.ts';
import { checkTags, maxTags, type WantedTag } from './product-tags.ts';
import { percentAt, stages, stagesFrom } from './stages.ts';
import { checkVersion, readDescription, readTitle } from './video-form.ts';
import { homeOf, isPublic, type Moderation, type VideoState, type Visibility } from './video-state.ts';

describe('steps', () => {
  it('follow each other to the end', () => {
    expect(stagesFrom('PROBE')).toEqual(stages);
    expect(stagesFrom('PICTURES')).toEqual(['PICTURES', 'PUBLISH']);
  });

  it('never let the percentage fall, begin at 0 and reach 100 at the very end only', () => {
    const shares = [-1, 0, 0.3, 0.999, 1, 7];
    const percents = stages.flatMap((stage) => shares.map((share) => percentAt(stage, share)));
    expect(percents).toEqual([...percents].sort((left, right) => left - right));
    expect([percents[0], percents.at(-1)]).toEqual([0, 100]);
    expect(percentAt('PUBLISH', 0.99)).toBeLessThan(100);
  });
});

describe('what everybody sees', () => {
  const states: VideoState[] = ['AWAITING_UPLOAD', 'PROCESSING', 'PLAYABLE', 'READY', 'FAILED'];
  const visibilities: Visibility[] = ['PUBLIC', 'PRIVATE'];
  const decisions: Moderation[] = ['PENDING', 'APPROVED', 'REJECTED'];

  it('is public, approved and playable, and nothing else of the thirty ways to stand', () => {
    const all = states.flatMap((state) =>
      visibilities.flatMap((visibility) => decisions.map((moderation) => ({ state, visibility, moderation }))),
    );
    expect(all.filter(isPublic)).toEqual([
      { state: 'PLAYABLE', visibility: 'PUBLIC', moderation: 'APPROVED' },
      { state: 'READY', visibility: 'PUBLIC', moderation: 'APPROVED' },
    ]);
    // Whatever everybody may see lies where everybody can fetch it, and what nobody may see never does.
    for (const standing of all) if (isPublic(standing)) expect(homeOf(standing)).toBe('public');
    for (const standing of all) if (standing.moderation !== 'APPROVED') expect(homeOf(standing)).toBe('private');
  });
});

describe('files', () => {
  it('lie in a folder of their video and token, with the media types players want', () => {
    expect(prefixOf({ id: 'vid_1', objectToken: 'abc' })).toBe('video/vid_1/abc/');
    expect(['master.m3u8', 'manifest.mpd', '540p/seg-00001.m4s', 'x.vtt', 'x.bin'].map(contentTypeOf)).toEqual([
      'application/vnd.apple.mpegurl',
      'application/dash+xml',
      'video/iso.segment',
      'text/vtt; charset=utf-8',
      'application/octet-stream',
    ]);
  });
});

describe('forms', () => {
  it('tidy texts and refuse what is empty or too long', () => {
    expect(readTitle('  Mugs \u202e in\tthe morning ')).toEqual({ ok: true, value: 'Mugs in the morning' });
    expect(readTitle(' ').ok).toBe(false);
    expect(readTitle('x'.repeat(141)).ok).toBe(false);
    expect(readDescription(' ')).toEqual({ ok: true, value: null });
    expect(readDescription('a\n\n\n\nb')).toEqual({ ok: true, value: 'a\n\nb' });
  });

  it('take any version when none is expected', () => {
    expect([checkVersion(null, 3).ok, checkVersion(undefined, 3).ok, checkVersion(3, 3).ok]).toEqual([
      true,
      true,
      true,
    ]);
    expect(checkVersion(2, 3)).toMatchObject({ ok: false, refusals: [{ message: expect.stringContaining('at 3') }] });
  });
});

describe('product tags', () => {
  const products = [{ productId: 'prd_mug', shopId: 'shp_1', variantIds: ['var_blue'] }];
  const at = { shopId: 'shp_1', durationSeconds: 10 };
  const tag: WantedTag = { productId: 'prd_mug', variantId: null, startSeconds: 1, endSeconds: 2, x: null, y: null };
  const codes = (...tags: WantedTag[]) => {
    const checked = checkTags(tags, at, products);
    return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
  };

  it('may end a rounded frame after the end, and not later', () => {
    expect(codes({ ...tag, endSeconds: 10.4 })).toEqual([]);
    expect(codes({ ...tag, endSeconds: 10.6 })).toEqual(['TIME_OUT_OF_RANGE tags.0.endSeconds']);
    expect(codes({ ...tag, startSeconds: 10 })).toEqual(['TIME_OUT_OF_RANGE tags.0.startSeconds']);
    expect(codes({ ...tag, endSeconds: 1 })).toEqual(['TIME_OUT_OF_RANGE tags.0.endSeconds']);
  });

  it('have a whole place on the picture or none', () => {
    expect(codes({ ...tag, x: 0, y: 1 })).toEqual([]);
    expect(codes({ ...tag, y: 0.5 })).toEqual(['INCOMPLETE_PLACE tags.0.x']);
    expect(codes({ ...tag, x: 1.01, y: 0 })).toEqual(['PLACE_OUT_OF_RANGE tags.0.x']);
  });

  it('are at most fifty, and numbers that are none are refused', () => {
    expect(codes(...Array.from({ length: maxTags }, () => tag))).toEqual([]);
    expect(codes(...Array.from({ length: maxTags + 1 }, () => tag))).toEqual(['TOO_MANY_TAGS tags']);
    expect(codes({ ...tag, startSeconds: Number.NaN })).toEqual(['TIME_OUT_OF_RANGE tags.0.startSeconds']);
  });
});

describe('playback batches', () => {
  const batch: PlaybackBatch = {
    sessionId: 'session-1',
    sequence: 0,
    startupMs: 200,
    watched: [{ fromSeconds: 0, toSeconds: 4 }],
    rebufferCount: 0,
    rebufferMs: 0,
    rendition: '540p',
    exitAtSeconds: 4,
    errorCode: null,
  };

  it('are taken as players send them', () => {
    expect(checkBatch(batch, 10).ok).toBe(true);
    expect(checkBatch({ ...batch, watched: [], rendition: null, startupMs: null, exitAtSeconds: 11.9 }, 10).ok).toBe(
      true,
    );
  });

  it('never take a number that is none or out of range, in any field', () => {
    const numbers = ['sequence', 'startupMs', 'rebufferCount', 'rebufferMs', 'exitAtSeconds'] as const;
    const wrong = fc.oneof(
      fc.constant(Number.NaN),
      fc.constant(Number.POSITIVE_INFINITY),
      fc.double({ max: -0.001, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...numbers), wrong, (field, value) => {
        expect(checkBatch({ ...batch, [field]: value }, 10)).toMatchObject({
          ok: false,
          refusals: [{ field: [field] }],
        });
      }),
    );
  });
});

describe('the form of the cost model', () => {
  it('fills what is left out and says what is wrong by field', () => {
    expect(completeCostInput({ users: 5, videos: null })).toEqual({ ...defaultCostInput, users: 5 });
    expect(costProblem(defaultCostInput)).toBeNull();
    expect(costProblem({ ...defaultCostInput, users: Number.NaN })).toMatchObject({ field: 'users' });
    expect(costProblem({ ...defaultCostInput, month: 0 })).toMatchObject({ field: 'month' });
    expect(costProblem({ ...defaultCostInput, ladder: [] })).toMatchObject({ field: 'ladder' });
  });
});
