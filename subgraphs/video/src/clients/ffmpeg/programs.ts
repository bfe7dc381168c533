import { findProgram, isRunnable, runProgram } from '@vitrina/platform/child-process';
import { z } from 'zod';

/** Where the programs are and what they can do. */
export interface Programs {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** e.g. `5.1.9-0+deb12u1`, or the build of a snapshot. */
  readonly version: string;
  /** True when HDR can be mapped to an ordinary screen (filters zscale and tonemap). */
  readonly canToneMap: boolean;
}

/** What has to be set or installed; the process does not start. */
export class ProgramsUnusable extends Error {
  override readonly name = 'ProgramsUnusable';
}

type Tool = 'ffmpeg' | 'ffprobe';

const neededEncoders = ['libx264', 'aac', 'mjpeg'] as const;
const limits = { timeMs: 20_000 };
const installer = z.object({ default: z.object({ path: z.string() }) });

/** The npm packages are optional and CommonJS: where there is none for this platform, importing throws. */
const fromNpm = async (tool: Tool): Promise<string | undefined> => {
  const loaded: unknown = await import(`@${tool}-installer/${tool}`).catch(() => undefined);
  const parsed = installer.safeParse(loaded);
  return parsed.success && (await isRunnable(parsed.data.default.path)) ? parsed.data.default.path : undefined;
};

const locate = async (tool: Tool, named: string | undefined): Promise<string> => {
  const variable = `VITRINA_${tool.toUpperCase()}`;
  if (named !== undefined) {
    const found = await findProgram(named);
    if (!found) throw new ProgramsUnusable(`${variable} is ${named}, which is not a program that can be run.`);
    return found;
  }
  const found = (await findProgram(tool)) ?? (await fromNpm(tool));
  if (found) return found;
  throw new ProgramsUnusable(
    `There is no ${tool} on PATH or from npm. Install it (Debian: apt-get install ffmpeg) or set ${variable} to its path.`,
  );
};

const ask = async (program: string, args: readonly string[]): Promise<string> => {
  const { end, stdout, stderrTail } = await runProgram(program, args, { limits });
  if (end.kind === 'exited' && end.code === 0) return stdout.toString();
  throw new ProgramsUnusable(`${program} ${args.join(' ')} did not work: ${stderrTail.trim() || end.kind}`);
};

/** Finds ffmpeg and ffprobe (environment, PATH, npm) and checks that they can do what is needed. */
export const findPrograms = async (named: {
  readonly ffmpeg?: string;
  readonly ffprobe?: string;
}): Promise<Programs> => {
  const [ffmpeg, ffprobe] = await Promise.all([locate('ffmpeg', named.ffmpeg), locate('ffprobe', named.ffprobe)]);
  const [about, encoders, filters] = await Promise.all([
    ask(ffmpeg, ['-version']),
    ask(ffmpeg, ['-hide_banner', '-encoders']),
    ask(ffmpeg, ['-hide_banner', '-filters']),
    ask(ffprobe, ['-version']),
  ]);
  const missing = neededEncoders.filter((name) => !encoders.includes(` ${name} `));
  if (missing.length > 0)
    throw new ProgramsUnusable(
      `${ffmpeg} was built without ${missing.join(' and ')}. Use one that has them (Debian's and ffmpeg.org's do).`,
    );
  return {
    ffmpeg,
    ffprobe,
    version: /^ffmpeg version (\S+)/.exec(about)?.[1] ?? 'unknown',
    canToneMap: [' zscale ', ' tonemap '].every((filter) => filters.includes(filter)),
  };
};
