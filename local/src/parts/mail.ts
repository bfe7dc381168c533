import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LocalConfig } from '../market/local-config.ts';

const program = fileURLToPath(new URL('./mail-server.mjs', import.meta.url));

export interface MailPart {
  readonly smtpUrl: string;
  readonly webUrl: string;
  /** Resolves once it takes mail: most of a second after its process began, which nobody has to wait for before that. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** The mail server named by the configuration, or one that keeps what it gets and shows it in a browser: nothing leaves the machine. */
export const openMail = (config: LocalConfig): MailPart => {
  const { VITRINA_SMTP_URL: given, VITRINA_SMTP_PORT: smtp, VITRINA_MAIL_WEB_PORT: web } = config;
  if (given) return { smtpUrl: given, webUrl: given, ready: Promise.resolve(), stop: async () => {} };
  const child = fork(program, [String(smtp), String(web)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The mail server ended while starting (exit ${code}).`)));
  });
  // Whoever waits for it hears of it; a start that fails earlier has its own reason.
  ready.catch(() => undefined);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    webUrl: `http://127.0.0.1:${web}`,
    ready,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
};
