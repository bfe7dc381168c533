import { describe, expect, it } from 'vitest';
import { probeOutput } from './probe-output.ts';
import { readProbe } from './probe-reading.ts';

const picture = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  width: 1280,
  height: 720,
  pix_fmt: 'yuv420p',
  r_frame_rate: '25/1',
  avg_frame_rate: '25/1',
  duration: '12.5',
};
const sound = { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2 };
const format = { format_name: 'mov,mp4', duration: '12.6', size: '1000' };

/** What ffprobe says, as its JSON comes in. */
const read = (streams: readonly object[], { canToneMap = true, about = format as object | undefined } = {}) =>
  readProbe(probeOutput.parse({ streams, format: about }), 1_000, canToneMap);
const facts = (streams: readonly object[], options = {}) => {
  const verdict = read(streams, options);
  if (!verdict.ok) throw new Error(verdict.refusals[0].code);
  return verdict.value;
};
const refusal = (streams: readonly object[], options = {}) => {
  const verdict = read(streams, options);
  return verdict.ok ? undefined : verdict.refusals[0].code;
};

describe('what a file holds', () => {
  it('is told of its picture and its sound', () => {
    expect(facts([picture, sound])).toEqual({
      durationSeconds: 12.5,
      width: 1280,
      height: 720,
      rotation: 0,
      frameRate: { numerator: 25, denominator: 1 },
      variableFrameRate: false,
      hasAudio: true,
      videoStream: 0,
      audioStream: 1,
      videoCodec: 'h264',
      audioCodec: 'aac',
      pixelFormat: 'yuv420p',
      hdr: null,
      sizeBytes: 1_000,
      container: 'mov,mp4',
    });
  });

  it.each([
    ['a matrix of -90', { side_data_list: [{ rotation: -90 }] }, 90],
    ['a matrix of 90', { side_data_list: [{ rotation: 90 }] }, 270],
    ['a matrix of 180', { side_data_list: [{ rotation: '180' }] }, 180],
    ['a matrix after other data', { side_data_list: [{ type: 'x' }, { rotation: -90 }] }, 90],
    ['the older tag', { tags: { rotate: '90' } }, 90],
    ['a matrix rather than the older tag', { side_data_list: [{ rotation: 0 }], tags: { rotate: '90' } }, 0],
    ['an angle that is none of a screen', { side_data_list: [{ rotation: -88.7 }] }, 90],
    ['a tag that is no number', { tags: { rotate: 'left' } }, 0],
  ])('is turned by %s', (_what, changes, rotation) => {
    const upright = rotation % 180 === 0;
    expect(facts([{ ...picture, ...changes }])).toMatchObject({
      rotation,
      width: upright ? 1280 : 720,
      height: upright ? 720 : 1280,
    });
  });

  it.each([
    ['4:3', 1707],
    ['1:1', 1280],
    ['0:1', 1280],
    ['N/A', 1280],
    ['1:500', 1280],
    ['500:1', 1280],
  ])('is as wide as pixels of %s make it', (sample_aspect_ratio, width) => {
    expect(facts([{ ...picture, sample_aspect_ratio }])).toMatchObject({ width, height: 720 });
  });

  it('is the stream that is meant to be played, and never a cover', () => {
    const cover = { ...picture, index: 0, codec_name: 'mjpeg', disposition: { attached_pic: 1, default: 1 } };
    const second = { ...picture, index: 2, disposition: { default: 1 } };
    const comment = { ...sound, index: 3 };
    const speech = { ...sound, index: 4, disposition: { default: 1 } };
    expect(facts([cover, { ...picture, index: 1 }, second, comment, speech])).toMatchObject({
      videoStream: 2,
      audioStream: 4,
    });
    expect(facts([cover, { ...picture, index: 1 }, comment])).toMatchObject({ videoStream: 1, audioStream: 3 });
  });

  it('is silent where a sound has no channels', () => {
    expect(facts([picture, { ...sound, channels: 0 }])).toMatchObject({ hasAudio: false, audioStream: null });
  });

  it.each([
    ['its picture', '7', '9', 7],
    ['its container where the picture does not say', 'N/A', '9', 9],
    ['its container where the picture says what cannot be', '0', '9', 9],
    ['nobody, so it has to be measured', undefined, '-1', undefined],
  ])('is as long as said by %s', (_who, duration, whole, seconds) => {
    expect(facts([{ ...picture, duration }], { about: { ...format, duration: whole } }).durationSeconds).toBe(seconds);
  });

  it('may be told by a program that knows nothing of the container', () => {
    expect(readProbe(probeOutput.parse({ streams: [picture] }), 5, true)).toMatchObject({
      ok: true,
      value: { container: '', sizeBytes: 5 },
    });
  });
});

describe('a high dynamic range', () => {
  it.each([
    ['smpte2084', 'pq'],
    ['arib-std-b67', 'hlg'],
    ['bt709', null],
  ])('of transfer %s is %s, and only refused where nothing can map it', (color_transfer, hdr) => {
    expect(facts([{ ...picture, color_transfer }]).hdr).toBe(hdr);
    expect(refusal([{ ...picture, color_transfer }], { canToneMap: false })).toBe(
      hdr === null ? undefined : 'UNSUPPORTED_HDR',
    );
  });

  it('of Dolby Vision alone is refused, with a base layer for others it is not', () => {
    const dolby = (dv_profile: number) => [{ ...picture, side_data_list: [{ dv_profile }] }];
    expect([refusal(dolby(5)), refusal(dolby(8))]).toEqual(['UNSUPPORTED_HDR', undefined]);
  });
});

describe('what cannot become a video', () => {
  it.each<[string, readonly object[], string]>([
    ['nothing at all', [], 'CORRUPT'],
    ['sound alone', [sound], 'NO_VIDEO_STREAM'],
    ['a song with its cover', [sound, { ...picture, disposition: { attached_pic: 1 } }], 'NO_VIDEO_STREAM'],
    ['subtitles', [{ index: 0, codec_type: 'subtitle' }], 'NO_VIDEO_STREAM'],
    ['a codec without a name', [{ ...picture, codec_name: undefined }], 'UNSUPPORTED_CODEC'],
    ['an unknown codec', [{ ...picture, codec_name: 'unknown' }], 'UNSUPPORTED_CODEC'],
    ['a picture without a size', [{ ...picture, width: undefined }], 'CORRUPT'],
    ['a picture of one line', [{ ...picture, height: 1 }], 'CORRUPT'],
    ['a size that is no number', [{ ...picture, height: 'tall' }], 'CORRUPT'],
    ['more than 4K', [{ ...picture, width: 4_098, height: 2_304 }], 'TOO_MANY_PIXELS'],
  ])('is %s', (_what, streams, code) => expect(refusal(streams)).toBe(code));

  it('is not what is 4K exactly, in either orientation', () => {
    expect(refusal([{ ...picture, width: 4_096, height: 2_304 }])).toBeUndefined();
    expect(refusal([{ ...picture, width: 2_304, height: 4_096 }])).toBeUndefined();
  });
});
