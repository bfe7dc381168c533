import { mkdir, readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { BenchFailed } from '../bench.ts';

const side = 2_160;

const realPhotos = async (): Promise<string[]> => {
  const data = process.env['VITRINA_DATA_DIR'];
  if (!data) throw new BenchFailed('Set VITRINA_DATA_DIR to the folder with the full real data sets.');
  const folder = join(data, 'saleor-sample', 'images');
  const names = (await readdir(folder)).filter((name) => /\.(png|jpg)$/.test(name)).sort();
  if (names.length === 0) throw new BenchFailed(`There are no photos in ${folder}.`);
  return names.map((name) => join(folder, name));
};

/** Another light on the same thing makes another photo of it: no two have the same bytes or pixels. */
const writePhoto = async (source: string, index: number, path: string): Promise<void> => {
  await sharp(source)
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'cover' })
    .modulate({ brightness: 0.9 + (index % 20) / 100, hue: (index * 7) % 360 })
    .jpeg({ quality: 92 })
    .toFile(`${path}.part`);
  await rename(`${path}.part`, path);
};

/** Photos of 2160 × 2160 pixels as a camera's JPEG, made of the real product photos once and kept for the next run. */
export const preparePhotos = async (count: number, tell: (step: string) => void): Promise<string[]> => {
  const sources = await realPhotos();
  const folder = join(tmpdir(), 'vitrina-bench', 'images-photos');
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `${String(index).padStart(3, '0')}.jpg`;
    paths.push(join(folder, name));
    if (there.has(name)) continue;
    if (index % 20 === 0) tell(`photo ${index + 1} of ${count}`);
    await writePhoto(sources[index % sources.length] ?? '', index, join(folder, name));
  }
  return paths;
};
