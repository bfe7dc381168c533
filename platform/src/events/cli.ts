import { userInfo } from 'node:os';
import { z } from 'zod';
import { ConfigError, readConfig } from '../config/index.ts';
import { describeFailure, isDatabaseAway } from '../database/index.ts';
import { createLogger } from '../logging/index.ts';
import { createPostgresBus } from './bus/postgres-bus.ts';
import { runOperatorCommand, usage } from './operator-commands.ts';

const environment = z.object({
  VITRINA_BUS_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('connection string of the bus database, postgres://user:password@host/bus'),
});

/** The operator's command line; `usage` says what it can do. */
const main = async (): Promise<number> => {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return args.length === 0 ? 2 : 0;
  }
  const bus = createPostgresBus(readConfig(environment).VITRINA_BUS_URL, {
    log: createLogger('events-cli'),
    maxConnections: 1,
  });
  try {
    const { text, exitCode } = await runOperatorCommand(bus, args, userInfo().username);
    process.stdout.write(`${text}\n`);
    return exitCode;
  } finally {
    await bus.stop();
  }
};

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const misused = error instanceof ConfigError || (error instanceof TypeError && 'code' in error);
    if (isDatabaseAway(error)) process.stderr.write(`The bus database cannot be reached: ${describeFailure(error)}\n`);
    else process.stderr.write(`${error instanceof Error ? (misused ? error.message : error.stack) : String(error)}\n`);
    process.exitCode = 2;
  },
);
