import { type PlaylistLine, parseAttributes, parseLines, unquoted } from './parse-hls.ts';

/** What is wrong, with the rule of RFC 8216 it breaks. */
export interface PlaylistProblem {
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

type Tag = Extract<PlaylistLine, { kind: 'tag' }>;

const onceOnly = [
  'EXTM3U',
  'EXT-X-VERSION',
  'EXT-X-TARGETDURATION',
  'EXT-X-MEDIA-SEQUENCE',
  'EXT-X-PLAYLIST-TYPE',
  'EXT-X-ENDLIST',
  'EXT-X-INDEPENDENT-SEGMENTS',
];
const masterOnly = [
  'EXT-X-STREAM-INF',
  'EXT-X-MEDIA',
  'EXT-X-I-FRAME-STREAM-INF',
  'EXT-X-SESSION-DATA',
  'EXT-X-SESSION-KEY',
];
const beforeSegments = ['EXT-X-TARGETDURATION', 'EXT-X-MEDIA-SEQUENCE'];

/** Tags of a name, and a collector of problems: what the rules below work with. */
export const problemsOf = (lines: readonly PlaylistLine[]) => {
  const problems: PlaylistProblem[] = [];
  const tags = lines.filter((line): line is Tag => line.kind === 'tag');
  return {
    problems,
    tags,
    named: (name: string): readonly Tag[] => tags.filter((tag) => tag.name === name),
    report: (line: number, rule: string, message: string): void => void problems.push({ line, rule, message }),
  };
};

type Check = ReturnType<typeof problemsOf>;

/** Rules for both kinds of playlist: the first line, and tags that may be there once. */
export const checkFrame = (lines: readonly PlaylistLine[], check: Check): void => {
  const [first] = lines;
  if (first?.kind !== 'tag' || first.name !== 'EXTM3U' || first.line !== 1)
    check.report(1, '4.3.1.1', 'The first line must be #EXTM3U');
  for (const name of onceOnly) {
    const again = check.named(name)[1];
    if (again) check.report(again.line, '4.3', `${name} must not be there twice`);
  }
};

const checkHead = (check: Check, lines: readonly PlaylistLine[]): number => {
  const [target] = check.named('EXT-X-TARGETDURATION');
  if (!target) check.report(1, '4.3.3.1', 'EXT-X-TARGETDURATION is missing');
  else if (!/^\d+$/.test(target.value))
    check.report(target.line, '4.3.3.1', 'The target duration must be whole seconds');
  const firstSegment = lines.find(({ kind }) => kind === 'uri')?.line ?? Number.POSITIVE_INFINITY;
  for (const tag of check.tags) {
    if (masterOnly.includes(tag.name)) check.report(tag.line, '4.3.4', `${tag.name} belongs into a master playlist`);
    if (beforeSegments.includes(tag.name) && tag.line > firstSegment)
      check.report(tag.line, '4.3.3', `${tag.name} must come before the first segment`);
  }
  return Number(target?.value ?? 0);
};

const checkVersion = (check: Check): void => {
  const version = Number(check.named('EXT-X-VERSION')[0]?.value ?? 1);
  const fraction = check.named('EXTINF').find(({ value }) => value.includes('.'));
  if (fraction && version < 3) check.report(fraction.line, '7', 'Fractions of seconds need version 3');
  const [map] = check.named('EXT-X-MAP');
  if (map && version < 6) check.report(map.line, '7', 'EXT-X-MAP needs version 6');
};

const checkMap = (check: Check, lines: readonly PlaylistLine[]): void => {
  const [map] = check.named('EXT-X-MAP');
  const first = lines.find(({ kind }) => kind === 'uri');
  // Transport stream segments carry their own descriptions.
  const needsMap = first?.kind === 'uri' && !first.uri.endsWith('.ts');
  if (first && needsMap && (!map || map.line > first.line))
    check.report(first.line, '3.3', 'fMP4 segments need EXT-X-MAP before the first of them');
  if (!map) return;
  const { values, problem } = parseAttributes(map.value);
  if (problem) check.report(map.line, '4.2', `EXT-X-MAP ${problem}`);
  if (!unquoted(values.get('URI'))) check.report(map.line, '4.3.2.5', 'EXT-X-MAP needs a quoted URI');
};

const checkSegments = (check: Check, lines: readonly PlaylistLine[], target: number): number => {
  let seconds: number | undefined;
  let total = 0;
  for (const line of lines) {
    if (line.kind === 'tag' && line.name === 'EXTINF') {
      if (seconds !== undefined) check.report(line.line, '4.3.2.1', 'EXTINF without its segment');
      const match = /^(\d+(?:\.\d+)?),/.exec(line.value);
      seconds = Number(match?.[1] ?? 0);
      if (!match) check.report(line.line, '4.3.2.1', 'EXTINF needs decimal seconds and a comma');
      if (Math.round(seconds) > target)
        check.report(line.line, '4.3.3.1', `A segment of ${seconds} s is longer than the target duration ${target}`);
    } else if (line.kind === 'uri') {
      if (seconds === undefined) check.report(line.line, '4.3.2.1', `Segment ${line.uri} has no EXTINF`);
      total += seconds ?? 0;
      seconds = undefined;
    }
  }
  if (seconds !== undefined) check.report(lines[lines.length - 1]?.line ?? 1, '4.3.2.1', 'EXTINF without its segment');
  return total;
};

/** Holds a media playlist of fMP4 segments against RFC 8216; a finished one (`VOD`) must also say that it ends. */
export const checkMediaPlaylist = (
  text: string,
): { readonly problems: readonly PlaylistProblem[]; readonly seconds: number } => {
  const lines = parseLines(text);
  const check = problemsOf(lines);
  checkFrame(lines, check);
  const target = checkHead(check, lines);
  checkVersion(check);
  checkMap(check, lines);
  const seconds = checkSegments(check, lines, target);
  const [type] = check.named('EXT-X-PLAYLIST-TYPE');
  if (type?.value === 'VOD' && check.named('EXT-X-ENDLIST').length === 0)
    check.report(type.line, '6.2.1', 'A VOD playlist must have EXT-X-ENDLIST');
  return { problems: check.problems, seconds };
};
