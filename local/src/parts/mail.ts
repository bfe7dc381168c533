import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LocalConfig } from '../market/local-config.ts';
import { PortTaken } from './ports.ts';

const program = fileURLToPath(new URL('./mail-server.mjs', import.meta.url));

export interface MailPart {
  readonly smtpUrl: string;
  readonly webUrl: string;
  /** Resolves once it takes mail: most of a second after its process began, which nobody has to wait for before that. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** What the mail server says once: that it takes mail, or why it cannot. */
type Word = 'ready' | { readonly code?: string; readonly port?: number; readonly message: string };

/** It ends at once when the channel closes, unless the machine is so busy that it is still being loaded. */
const endsWithinMs = 15_000;

const whyNot = ({ code, port, message }: Exclude<Word, string>, config: LocalConfig): Error => {
  if (code !== 'EADDRINUSE') return new Error(`The mail server could not start: ${message}`);
  const variable = port === config.VITRINA_SMTP_PORT ? 'VITRINA_SMTP_PORT' : 'VITRINA_MAIL_WEB_PORT';
  return PortTaken.by(variable, port);
};

const untilReady = (child: ChildProcess, config: LocalConfig): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', (word: Word) => (word === 'ready' ? resolve() : reject(whyNot(word, config))));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The mail server ended while starting (exit ${code}).`)));
  });

const end = async (child: ChildProcess): Promise<void> => {
  // Without a number it never began.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.disconnect();
  const overdue = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  await gone;
  clearTimeout(overdue);
};

/** The mail server named by the configuration, or one that keeps what it gets and shows it in a browser: nothing leaves the machine. */
export const openMail = (config: LocalConfig): MailPart => {
  const { VITRINA_SMTP_URL: given, VITRINA_SMTP_PORT: smtp, VITRINA_MAIL_WEB_PORT: web } = config;
  if (given) return { smtpUrl: given, webUrl: given, ready: Promise.resolve(), stop: async () => {} };
  const child = fork(program, [String(smtp), String(web)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  const ready = untilReady(child, config);
  // Whoever waits for it hears of it; a start that fails earlier has its own reason.
  ready.catch(() => undefined);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    webUrl: `http://127.0.0.1:${web}`,
    ready,
    stop: () => end(child),
  };
};
