/**
 * A shell that becomes the program, after leaving a guard in the program's process group. The guard reads from a pipe
 * (descriptor 3) whose other end only we hold: when this process is gone, however it went, the pipe ends and the guard
 * kills the whole group. Without it a SIGKILL of ours would leave an encoder running for minutes.
 *
 * A command in the background reads nothing of what the program is given. `$1` is the file size limit in blocks of 512 bytes (POSIX `ulimit -f`), or `unlimited`; the rest is the program.
 */
const script = [
  '{ exec >/dev/null 2>&1; IFS= read -r _ <&3; kill -s KILL 0; } &',
  'ulimit -f "$1" && shift && exec "$@" 3<&-',
].join('\n');

const blockBytes = 512;

/** Arguments for `/bin/sh` that run a program under the guard. */
export const guardedArguments = (program: string, args: readonly string[], fileBytes?: number): readonly string[] => [
  '-c',
  script,
  'sh',
  fileBytes === undefined ? 'unlimited' : String(Math.ceil(fileBytes / blockBytes)),
  program,
  ...args,
];
