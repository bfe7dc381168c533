import { cp, mkdir, writeFile } from 'node:fs/promises';

export const makeRenditions = async (folder: string): Promise<void> => {
  await cp('/tmp/ply/fixture', folder, { recursive: true });
  await mkdir(`${folder}/captions`, { recursive: true });
  await writeFile(
    `${folder}/captions/en.vtt`,
    'WEBVTT\n\n00:00.000 --> 00:05.000\nA <i>coloured</i> pattern\n\n00:05.000 --> 00:12.000\nmoves on\n',
  );
  await writeFile(`${folder}/captions/ru.vtt`, 'WEBVTT\n\n00:00.000 --> 00:12.000\nЦветной узор\n');
  const cues = [0, 1, 2, 3, 4, 5].map(
    (i) =>
      `00:${String(i * 2).padStart(2, '0')}.000 --> 00:${String(i * 2 + 2).padStart(2, '0')}.000\nstoryboard.jpg#xywh=${(i % 3) * 160},${Math.floor(i / 3) * 90},160,90\n`,
  );
  await writeFile(`${folder}/storyboard.vtt`, `WEBVTT\n\n${cues.join('\n')}`);
};
