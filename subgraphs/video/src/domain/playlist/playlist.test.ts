import { describe, expect, it } from 'vitest';
import { keyframeDrift } from '../keyframe-drift.ts';
import { type RenditionFiles, variantsOf } from '../renditions.ts';
import { checkMasterPlaylist } from './check-master.ts';
import { checkMediaPlaylist } from './check-media.ts';
import { dashManifest } from './dash.ts';
import { masterPlaylist, mediaPlaylist } from './hls.ts';
import { peakBandwidth } from './rate.ts';

const rendition = (name: string, changes: Partial<RenditionFiles> = {}): RenditionFiles => ({
  name,
  kind: 'video',
  width: 960,
  height: 540,
  frameRate: 30,
  codecs: 'avc1.64001f',
  sampleRate: null,
  channels: null,
  bandwidth: 1_500_000,
  averageBandwidth: 1_200_000,
  timescale: 1000,
  initFile: `${name}/init.mp4`,
  playlistFile: `${name}/index.m3u8`,
  segments: [0, 2000, 4000].map((startTicks, index) => ({
    file: `${name}/seg-0000${index + 1}.m4s`,
    startTicks,
    durationTicks: index === 2 ? 1_500 : 2000,
    sizeBytes: 300_000,
  })),
  files: [],
  ...changes,
});
const sound = rendition('audio', {
  kind: 'audio',
  width: null,
  height: null,
  frameRate: null,
  codecs: 'mp4a.40.2',
  sampleRate: 48_000,
  channels: 2,
  bandwidth: 130_000,
  averageBandwidth: 128_000,
});
const small = rendition('240p', { width: 426, height: 240, bandwidth: 300_000, averageBandwidth: 250_000 });
const all = [small, rendition('540p'), sound];

const media = mediaPlaylist(rendition('540p'));
const master = masterPlaylist(all);
const rulesOfMedia = (text: string) => checkMediaPlaylist(text).problems.map(({ rule }) => rule);
const rulesOfMaster = (text: string) => checkMasterPlaylist(text).map(({ rule }) => rule);

describe('playlists', () => {
  it('pass the checker, media and master, with sound and without', () => {
    expect(checkMediaPlaylist(media)).toEqual({ problems: [], seconds: 5.5 });
    expect([master, masterPlaylist([small])].map(checkMasterPlaylist)).toEqual([[], []]);
  });

  it('offer the best quality first and count the sound in', () => {
    expect(variantsOf(all).map(({ name, bandwidth, codecs }) => ({ name, bandwidth, codecs }))).toEqual([
      { name: '540p', bandwidth: 1_630_000, codecs: 'avc1.64001f,mp4a.40.2' },
      { name: '240p', bandwidth: 430_000, codecs: 'avc1.64001f,mp4a.40.2' },
    ]);
    expect(master.indexOf('540p/index.m3u8')).toBeLessThan(master.indexOf('240p/index.m3u8'));
  });

  it('name addresses relative to their own folder', () => {
    expect(media).toContain('#EXT-X-MAP:URI="init.mp4"');
    expect(media).toContain('\nseg-00001.m4s\n');
  });

  it('have a manifest whose timeline joins segments of one length', () => {
    const manifest = dashManifest(all);
    expect(manifest).toContain('<S t="0" d="2000" r="1"/>\n          <S t="4000" d="1500"/>');
    expect(manifest).toContain('mediaPresentationDuration="PT5.500000S"');
    expect(manifest).toContain(' frameRate="30"');
    expect(dashManifest([rendition('540p', { frameRate: 30_000 / 1_001 })])).toContain(' frameRate="30000/1001"');
    expect(manifest.match(/<Representation /g)).toHaveLength(3);
    expect(manifest.match(/<AdaptationSet /g)).toHaveLength(2);
    expect(dashManifest([small]).match(/<AdaptationSet /g)).toHaveLength(1);
  });

  it('name as peak the greatest rate of about a target duration, not that of a tiny last segment', () => {
    const segment = (durationTicks: number, sizeBytes: number) => ({
      file: '',
      startTicks: 0,
      durationTicks,
      sizeBytes,
    });
    expect(peakBandwidth([segment(2000, 250_000), segment(2000, 500_000), segment(40, 100_000)], 1000)).toBe(2_352_942);
    expect(peakBandwidth([segment(400, 50_000)], 1000)).toBe(1_000_000);
  });
});

describe('the checker of media playlists', () => {
  it.each([
    ['a missing first line', media.replace('#EXTM3U\n', ''), '4.3.1.1'],
    ['a blank line before everything', `\n${media}`, '4.3.1.1'],
    ['a missing target duration', media.replace(/#EXT-X-TARGETDURATION.*\n/, ''), '4.3.3.1'],
    ['a target duration in fractions', media.replace('TARGETDURATION:2', 'TARGETDURATION:2.0'), '4.3.3.1'],
    ['a segment longer than the target', media.replace('EXTINF:2.000000', 'EXTINF:2.600000'), '4.3.3.1'],
    ['two target durations', media.replace('#EXT-X-MAP', '#EXT-X-TARGETDURATION:2\n#EXT-X-MAP'), '4.3'],
    ['a segment without EXTINF', media.replace('#EXTINF:1.500000,\n', ''), '4.3.2.1'],
    ['EXTINF without a segment', media.replace('seg-00002.m4s\n', ''), '4.3.2.1'],
    ['EXTINF without its comma', media.replace('1.500000,', '1.500000'), '4.3.2.1'],
    ['a missing map', media.replace(/#EXT-X-MAP.*\n/, ''), '3.3'],
    ['a map without quotes', media.replace('"init.mp4"', 'init.mp4'), '4.3.2.5'],
    ['a version too low for the map', media.replace('VERSION:7', 'VERSION:5'), '7'],
    ['a VOD that does not end', media.replace('#EXT-X-ENDLIST', ''), '6.2.1'],
    ['a tag of master playlists', media.replace('#EXT-X-ENDLIST', '#EXT-X-STREAM-INF:BANDWIDTH=1'), '4.3.4'],
    [
      'a sequence number after segments',
      media.replace(/(#EXT-X-MEDIA-SEQUENCE:1\n)([\s\S]*)(#EXT-X-END)/, '$2$1$3'),
      '4.3.3',
    ],
  ])('reports %s', (_, text, rule) => {
    expect(rulesOfMedia(text)).toContain(rule);
  });

  it('says in which line', () => {
    expect(checkMediaPlaylist(media.replace('EXTINF:1.500000', 'EXTINF:9.000000')).problems[0]).toMatchObject({
      line: 12,
    });
  });
});

describe('the checker of master playlists', () => {
  it.each([
    ['a missing bandwidth', master.replace(/BANDWIDTH=1630000,/, ''), '4.3.4.2'],
    ['a mean above the peak', master.replace('AVERAGE-BANDWIDTH=1328000', 'AVERAGE-BANDWIDTH=1728000'), '4.3.4.2'],
    ['missing codecs', master.replace(/CODECS="[^"]*",/, ''), '4.3.4.2'],
    ['a sound group that is not there', master.replace('AUDIO="sound"', 'AUDIO="music"'), '4.3.4.2'],
    ['a stream without its address', master.replace('240p/index.m3u8\n', ''), '4.3.4.2'],
    ['an address without a stream', `${master}more.m3u8\n`, '4.3.4.2'],
    ['the same address twice', master.replace('240p/', '540p/'), '4.3.4.2'],
    ['a frame rate of too many places', master.replace('30.000', '30.0000'), '4.3.4.2'],
    ['no stream at all', '#EXTM3U\n', '4.3.4.2'],
    ['sound without a name', master.replace('NAME="Sound",', ''), '4.3.4.1'],
    ['two sounds of one name', master.replace(/(#EXT-X-MEDIA.*\n)/, '$1$1'), '4.3.4.1.1'],
    ['a default nobody may choose', master.replace('AUTOSELECT=YES', 'AUTOSELECT=NO'), '4.3.4.1'],
    ['an attribute twice', master.replace('RESOLUTION=', 'BANDWIDTH=1,RESOLUTION='), '4.2'],
    ['a resolution that is none', master.replace('960x540', '960X540'), '4.2'],
    ['attributes that cannot be read', master.replace('CODECS="avc1', 'CODECS=avc1'), '4.2'],
    ['a tag of media playlists', `${master}#EXT-X-ENDLIST\n`, '4.3'],
  ])('reports %s', (_, text, rule) => {
    expect(rulesOfMaster(text)).toContain(rule);
  });
});

describe('keyframes of rungs', () => {
  const times = (name: string, timescale: number, ...startTicks: number[]) => ({ name, timescale, startTicks });

  it('do not drift when they are equal in other timescales', () => {
    expect(keyframeDrift([times('a', 15_360, 0, 30_720), times('b', 90_000, 0, 180_000)])).toEqual({
      milliseconds: 0,
      problems: [],
    });
  });

  it('are told apart by a single frame, and by a missing segment', () => {
    expect(keyframeDrift([times('a', 30, 0, 60, 120), times('b', 30, 0, 61, 120)]).milliseconds).toBeCloseTo(33.3, 1);
    expect(keyframeDrift([times('a', 30, 0, 60), times('b', 30, 0)]).problems).toEqual([
      'b has 1 segments and a has 2',
    ]);
  });
});
