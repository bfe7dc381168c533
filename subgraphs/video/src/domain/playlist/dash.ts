import type { RenditionFiles, Segment } from '../renditions.ts';

const endOf = (segments: readonly Segment[]): number => {
  const last = segments[segments.length - 1];
  return last ? last.startTicks + last.durationTicks : 0;
};

/** Rounded up to the microsecond: a whole that ends before its last segment makes players drop or wait for that one. */
const durationSeconds = (renditions: readonly RenditionFiles[]): string => {
  const seconds = Math.max(0, ...renditions.map(({ segments, timescale }) => endOf(segments) / timescale));
  return (Math.ceil(Number((seconds * 1e6).toFixed(3))) / 1e6).toFixed(6);
};

/** Whole numbers and fractions only, e.g. `30000/1001` (ISO/IEC 23009-1, § 5.3.7, FrameRateType): no decimals. */
const frameRateOf = (rate: number): string =>
  Math.abs(rate - Math.round(rate)) < 0.001 ? `${Math.round(rate)}` : `${Math.round(rate) * 1_000}/1001`;

/** Segments of one length in a row are one line (ISO/IEC 23009-1, § 5.3.9.6). */
const timeline = (segments: readonly Segment[]): readonly string[] => {
  const runs: { t: number; d: number; count: number }[] = [];
  for (const { startTicks, durationTicks } of segments) {
    const last = runs[runs.length - 1];
    if (last && last.d === durationTicks && last.t + last.d * last.count === startTicks) last.count += 1;
    else runs.push({ t: startTicks, d: durationTicks, count: 1 });
  }
  return runs.map(({ t, d, count }) => `          <S t="${t}" d="${d}"${count > 1 ? ` r="${count - 1}"` : ''}/>`);
};

const shapeOf = (rendition: RenditionFiles): string =>
  rendition.kind === 'video'
    ? ` width="${rendition.width}" height="${rendition.height}" frameRate="${frameRateOf(rendition.frameRate ?? 0)}"`
    : ` audioSamplingRate="${rendition.sampleRate}"`;

const representation = (rendition: RenditionFiles): readonly string[] => [
  `      <Representation id="${rendition.name}" codecs="${rendition.codecs}" bandwidth="${rendition.bandwidth}"${shapeOf(rendition)}>`,
  ...(rendition.kind === 'audio'
    ? [
        `        <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="${rendition.channels}"/>`,
      ]
    : []),
  `        <SegmentTemplate timescale="${rendition.timescale}" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/seg-$Number%05d$.m4s" startNumber="1">`,
  '        <SegmentTimeline>',
  ...timeline(rendition.segments),
  '        </SegmentTimeline>',
  '        </SegmentTemplate>',
  '      </Representation>',
];

const adaptationSet = (kind: 'video' | 'audio', renditions: readonly RenditionFiles[]): readonly string[] => {
  const members = renditions.filter((rendition) => rendition.kind === kind);
  if (members.length === 0) return [];
  return [
    `    <AdaptationSet contentType="${kind}" mimeType="${kind}/mp4" segmentAlignment="true" startWithSAP="1">`,
    ...members.flatMap(representation),
    '    </AdaptationSet>',
  ];
};

/** The MPEG-DASH manifest (ISO/IEC 23009-1, live profile with explicit timelines) over the segments HLS uses as well. */
export const dashManifest = (renditions: readonly RenditionFiles[]): string =>
  `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" mediaPresentationDuration="PT${durationSeconds(renditions)}S" minBufferTime="PT2S">`,
    '  <Period id="0" start="PT0S">',
    ...adaptationSet('video', renditions),
    ...adaptationSet('audio', renditions),
    '  </Period>',
    '</MPD>',
  ].join('\n')}\n`;
