import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LocalConfig } from '../market/local-config.ts';

const program = fileURLToPath(new URL('./mail-server.ts', import.meta.url));

/** The mail server named by the configuration, or one that keeps what it gets and shows it in a browser: nothing leaves the machine. */
export const openMail = async (
  config: LocalConfig,
): Promise<{ smtpUrl: string; webUrl: string; stop(): Promise<void> }> => {
  const { VITRINA_SMTP_URL: given, VITRINA_SMTP_PORT: smtp, VITRINA_MAIL_WEB_PORT: web } = config;
  if (given) return { smtpUrl: given, webUrl: given, stop: async () => {} };
  const child = fork(program, [String(smtp), String(web)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The mail server ended while starting (exit ${code}).`)));
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    webUrl: `http://127.0.0.1:${web}`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
};
