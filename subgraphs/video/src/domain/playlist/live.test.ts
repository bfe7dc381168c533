import { describe, expect, it } from 'vitest';
import { checkMediaPlaylist } from './check-media.ts';
import { emptyWindow, extendWindow, type LiveSegment, listedSegments, livePlaylist } from './live.ts';

const segments = (from: number, count: number, discontinuous = false): LiveSegment[] =>
  Array.from({ length: count }, (_, index) => ({
    file: `c1-${from + index}.ts`,
    seconds: 2,
    discontinuous: discontinuous && index === 0,
  }));

describe('a live playlist', () => {
  it('keeps RFC 8216, and says when it has ended', () => {
    const window = extendWindow(emptyWindow(), segments(0, 3));
    expect(checkMediaPlaylist(livePlaylist(window, false)).problems).toEqual([]);
    expect(livePlaylist(window, true).endsWith('c1-2.ts\n#EXT-X-ENDLIST\n')).toBe(true);
    expect(livePlaylist(window, false)).not.toContain('ENDLIST');
  });

  it('shows the last ten segments and counts those that went by', () => {
    const window = extendWindow(extendWindow(emptyWindow(), segments(0, 8)), segments(8, 7));
    expect(window).toMatchObject({ sequence: 5, discontinuitySequence: 0 });
    expect(window.segments.map(({ file }) => file)).toEqual(segments(5, 10).map(({ file }) => file));
  });

  it('begins with the number it is given, where others came before', () => {
    const window = extendWindow(emptyWindow(7), segments(7, 11));
    expect(window).toMatchObject({ sequence: 8, discontinuitySequence: 0 });
    expect(livePlaylist(extendWindow(emptyWindow(7), segments(7, 1)), false)).toContain('#EXT-X-MEDIA-SEQUENCE:7\n');
  });

  it('marks another connection, and counts its mark once it went by', () => {
    const again = extendWindow(extendWindow(emptyWindow(), segments(0, 4)), segments(4, 2, true));
    expect(livePlaylist(again, false)).toContain('#EXT-X-DISCONTINUITY\n#EXTINF:2.000000,\nc1-4.ts');
    const past = extendWindow(again, segments(6, 10));
    expect(past.discontinuitySequence).toBe(1);
    expect(livePlaylist(past, false)).not.toContain('#EXT-X-DISCONTINUITY\n');
  });

  it('never takes back a target duration', () => {
    const long = extendWindow(emptyWindow(), [{ file: 'a.ts', seconds: 6.2, discontinuous: false }]);
    expect(extendWindow(long, segments(1, 20)).targetSeconds).toBe(6);
  });

  it('is made of what ffmpeg lists', () => {
    const window = extendWindow(emptyWindow(), segments(0, 2));
    expect(listedSegments(livePlaylist(window, false))).toEqual([
      { file: 'c1-0.ts', seconds: 2 },
      { file: 'c1-1.ts', seconds: 2 },
    ]);
    expect(listedSegments('')).toEqual([]);
  });
});
