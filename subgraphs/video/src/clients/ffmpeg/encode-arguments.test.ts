import { describe, expect, it } from 'vitest';
import { planLadder } from '../../domain/ladder.ts';
import type { MediaFacts } from '../../domain/media-facts.ts';
import { type EncodeRequest, encodeArguments } from './encode-arguments.ts';

const facts: MediaFacts = {
  durationSeconds: 10.04,
  width: 1920,
  height: 1080,
  rotation: 0,
  frameRate: { numerator: 30_000, denominator: 1_001 },
  variableFrameRate: false,
  hasAudio: true,
  videoStream: 2,
  audioStream: 5,
  videoCodec: 'h264',
  audioCodec: 'aac',
  pixelFormat: 'yuv420p',
  hdr: null,
  sizeBytes: 1_000,
  container: 'mov',
};
const argumentsFor = (changes: Partial<MediaFacts> = {}, more: Partial<EncodeRequest> = {}) => {
  const all = { ...facts, ...changes };
  const plan = planLadder(all, 'SHORT');
  if (!plan.ok) throw new Error(plan.refusals[0].code);
  const request = {
    source: '/in/a film.mp4',
    facts: all,
    plan: plan.value,
    rungs: plan.value.rest,
    withSound: false,
    presetOf: () => 'veryfast',
    folder: '/out',
    ...more,
  };
  return encodeArguments(request);
};
/** Every value given for an option, in order. */
const valuesOf = (args: readonly string[], option: string) =>
  args.flatMap((argument, index) => (argument === option ? [args[index + 1]] : []));
const graphOf = (args: readonly string[]) => valuesOf(args, '-filter_complex')[0]?.split(';') ?? [];

describe('one decode for several qualities', () => {
  it('opens that file of this machine and nothing it may name', () => {
    const args = argumentsFor();
    expect(valuesOf(args, '-i')).toEqual(['file:/in/a film.mp4']);
    expect(valuesOf(args, '-protocol_whitelist')).toEqual(['file,pipe']);
  });

  it('makes every size from the next larger one, and an even rate before all', () => {
    const graph = graphOf(argumentsFor());
    expect(graph[0]).toMatch(/^\[0:2\]fps=fps=30000\/1001:start_time=0,scale=1920:1080.*,split=2\[v0\]\[s1\]$/);
    expect(graph[1]).toMatch(/^\[s1\]scale=1280:720:.*split=2\[v1\]\[s2\]$/);
    expect(graph.at(-1)).toMatch(/^\[s3\]scale=426:240:flags=bicubic,setsar=1\[v3\]$/);
  });

  it('writes a file per quality, with its keyframes where segments begin', () => {
    const args = argumentsFor();
    expect(args.filter((argument) => argument.startsWith('/out/'))).toEqual(
      ['1080p', '720p', '360p', '240p'].map((name) => `/out/${name}.mp4`),
    );
    expect(new Set(valuesOf(args, '-force_key_frames'))).toEqual(new Set(['expr:gte(t,n_forced*2)']));
    expect(new Set(valuesOf(args, '-g'))).toEqual(new Set(['120']));
    expect(new Set(valuesOf(args, '-t'))).toEqual(new Set(['10.040']));
  });

  it('spends no more on a picture because its preset is quick', () => {
    const crf = (preset: string) => new Set(valuesOf(argumentsFor({}, { presetOf: () => preset }), '-crf'));
    expect([crf('veryfast'), crf('superfast'), crf('ultrafast')]).toEqual([
      new Set(['23']),
      new Set(['28']),
      new Set(['30']),
    ]);
  });

  it('maps a high dynamic range once, after the largest scaling', () => {
    const graph = graphOf(argumentsFor({ hdr: 'pq' }));
    expect(graph.filter((part) => part.includes('tonemap'))).toHaveLength(1);
    expect(graph[0]?.indexOf('scale=')).toBeLessThan(graph[0]?.indexOf('tonemap') ?? 0);
    expect(graphOf(argumentsFor()).join()).not.toContain('tonemap');
  });

  it('makes the sound once and only when asked to, as long as the picture', () => {
    const withSound = argumentsFor({}, { withSound: true });
    expect(graphOf(withSound).at(-1)).toMatch(/^\[0:5\]aresample=48000:async=1:first_pts=0,apad,atrim=.*:end=10\.040/);
    expect(withSound.at(-1)).toBe('/out/audio.mp4');
    expect(valuesOf(withSound, '-frag_duration')).toEqual(['2000000']);
    expect(argumentsFor().join(' ')).not.toContain('audio');
  });
});
