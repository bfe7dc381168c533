import { checkFrame, type PlaylistProblem, problemsOf } from './check-media.ts';
import { type PlaylistLine, parseAttributes, parseLines, unquoted } from './parse-hls.ts';

const mediaOnly = [
  'EXTINF',
  'EXT-X-TARGETDURATION',
  'EXT-X-MEDIA-SEQUENCE',
  'EXT-X-PLAYLIST-TYPE',
  'EXT-X-ENDLIST',
  'EXT-X-MAP',
  'EXT-X-BYTERANGE',
  'EXT-X-DISCONTINUITY',
];

type Check = ReturnType<typeof problemsOf>;
type Values = ReadonlyMap<string, string>;

const readList = (check: Check, line: number, name: string, value: string): Values => {
  const { values, problem } = parseAttributes(value);
  if (problem) check.report(line, '4.2', `${name} ${problem}`);
  return values;
};

/** Sound groups by id, with the names in them. */
const checkMedia = (check: Check): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  const defaults = new Set<string>();
  for (const { line, name, value } of check.named('EXT-X-MEDIA')) {
    const values = readList(check, line, name, value);
    const [group, label] = [unquoted(values.get('GROUP-ID')), unquoted(values.get('NAME'))];
    if (!values.get('TYPE') || !group || !label) {
      check.report(line, '4.3.4.1', 'EXT-X-MEDIA needs TYPE, GROUP-ID and NAME');
      continue;
    }
    const names = groups.get(group) ?? [];
    if (names.includes(label)) check.report(line, '4.3.4.1.1', `The group ${group} has two renditions named ${label}`);
    groups.set(group, [...names, label]);
    if (values.get('DEFAULT') !== 'YES') continue;
    if (values.get('AUTOSELECT') === 'NO') check.report(line, '4.3.4.1', 'DEFAULT=YES needs AUTOSELECT=YES');
    if (defaults.has(group)) check.report(line, '4.3.4.1.1', `The group ${group} has two defaults`);
    defaults.add(group);
  }
  return groups;
};

const checkStream = (check: Check, line: number, values: Values, groups: ReadonlyMap<string, unknown>): void => {
  const number = (name: string): number | undefined =>
    /^\d+$/.test(values.get(name) ?? '') ? Number(values.get(name)) : undefined;
  const [peak, mean] = [number('BANDWIDTH'), number('AVERAGE-BANDWIDTH')];
  if (!peak) check.report(line, '4.3.4.2', 'BANDWIDTH must be there, in whole bits per second');
  if (values.has('AVERAGE-BANDWIDTH') && (mean === undefined || mean > (peak ?? 0)))
    check.report(line, '4.3.4.2', 'AVERAGE-BANDWIDTH must be whole and not above BANDWIDTH');
  if (!unquoted(values.get('CODECS'))) check.report(line, '4.3.4.2', 'CODECS should be there, quoted');
  if (values.has('RESOLUTION') && !/^[1-9]\d*x[1-9]\d*$/.test(values.get('RESOLUTION') ?? ''))
    check.report(line, '4.2', 'RESOLUTION must be width x height in pixels');
  if (values.has('FRAME-RATE') && !/^\d+(\.\d{1,3})?$/.test(values.get('FRAME-RATE') ?? ''))
    check.report(line, '4.3.4.2', 'FRAME-RATE must be decimal with at most three places');
  const audio = values.get('AUDIO');
  if (audio !== undefined && !groups.has(unquoted(audio) ?? ''))
    check.report(line, '4.3.4.2', `AUDIO names ${audio}, and no EXT-X-MEDIA has that GROUP-ID`);
};

const checkStreams = (check: Check, lines: readonly PlaylistLine[], groups: ReadonlyMap<string, unknown>): void => {
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    if (line.kind === 'tag' && line.name === 'EXT-X-STREAM-INF') {
      checkStream(check, line.line, readList(check, line.line, line.name, line.value), groups);
      if (lines[index + 1]?.kind !== 'uri')
        check.report(line.line, '4.3.4.2', 'EXT-X-STREAM-INF needs its URI on the next line');
    } else if (line.kind === 'uri') {
      const before = lines[index - 1];
      if (before?.kind !== 'tag' || before.name !== 'EXT-X-STREAM-INF')
        check.report(line.line, '4.3.4.2', `${line.uri} has no EXT-X-STREAM-INF`);
      if (seen.has(line.uri)) check.report(line.line, '4.3.4.2', `${line.uri} is there twice`);
      seen.add(line.uri);
    }
  });
  if (seen.size === 0) check.report(1, '4.3.4.2', 'A master playlist needs a stream');
};

/** Holds a master playlist against RFC 8216. */
export const checkMasterPlaylist = (text: string): readonly PlaylistProblem[] => {
  const lines = parseLines(text);
  const check = problemsOf(lines);
  checkFrame(lines, check);
  for (const tag of check.tags)
    if (mediaOnly.includes(tag.name)) check.report(tag.line, '4.3', `${tag.name} belongs into a media playlist`);
  checkStreams(check, lines, checkMedia(check));
  return check.problems;
};
