import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Lines of the README's walk as a person pastes them; a loop is one. */
export const commandsOf = (chapter: string): string[] => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const from = readme.indexOf(`\n## ${chapter}\n`);
  const walk = readme.slice(from, readme.indexOf('\n## ', from + 1));
  const commands: string[] = [];
  for (const [, block] of walk.matchAll(/```sh\n([\s\S]*?)```/g)) {
    let loop = '';
    for (const line of (block ?? '').split('\n')) {
      if (!line.trim() || line.startsWith('#')) continue;
      loop = loop ? `${loop}\n${line}` : line;
      if (/^for /.test(loop) && !/\bdone$/.test(loop)) continue;
      commands.push(loop);
      loop = '';
    }
  }
  return commands;
};

export interface Terminal {
  /** Types a command and gives what it printed and how it ended. */
  readonly type: (command: string) => Promise<{ readonly code: number; readonly text: string }>;
  readonly close: () => Promise<void>;
}

/** A shell in the project's folder whose `npm run ask` finds the market under test; variables live on between commands. */
export const openTerminal = async (): Promise<Terminal> => {
  const home = await mkdtemp(join(tmpdir(), 'vitrina-walk-'));
  const { port } = new URL(inject('market').gateway);
  const shell = spawn('bash', ['--noprofile', '--norc'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, VITRINA_DATA_HOME: home, VITRINA_GATEWAY_PORT: port },
  });
  let text = '';
  let ended: (() => void) | undefined;
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    ended?.();
  };
  shell.stdout.on('data', hear);
  shell.stderr.on('data', hear);
  let nth = 0;
  return {
    type: (command) =>
      new Promise((resolve) => {
        nth += 1;
        const mark = new RegExp(`@@${nth} (\\d+)\\n`);
        text = '';
        ended = () => {
          const found = mark.exec(text);
          if (found) resolve({ code: Number(found[1]), text: text.slice(0, found.index) });
        };
        shell.stdin.write(`${command}\necho "@@${nth} $?"\n`);
      }),
    close: async () => {
      shell.kill();
      await rm(home, { recursive: true, force: true });
    },
  };
};
