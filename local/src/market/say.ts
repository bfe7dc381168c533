import { admin, demoAccounts, demoPassword } from '../seed/push/index.ts';

const started = Date.now();
const isTerminal = process.stderr.isTTY === true;

/** Tells what is happening and since when; steps of one kind overwrite each other on a terminal. */
export const tell = (step: string): void => {
  const line = `${((Date.now() - started) / 1_000).toFixed(1).padStart(7)} s  ${step}`;
  process.stderr.write(isTerminal ? `\r\u001b[K${line}${/\d$/.test(step) ? '' : '\n'}` : `${line}\n`);
};

export interface Addresses {
  readonly gateway: string;
  readonly mail: string;
  /** Where push, SMS and Telegram messages are seen. */
  readonly phone: string;
  readonly stripe: string | undefined;
}

/** What to open and whom to be, once everything answers. */
export const announce = ({ gateway, mail, phone, stripe }: Addresses, topology: string): string => {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  const people = demoAccounts.map(({ email, purpose }) => `    ${email.padEnd(width)}  ${purpose}`);
  return [
    '',
    `Vitrina is open (${topology}).`,
    '',
    `    Explorer    ${gateway}/explorer`,
    `    GraphQL     ${gateway}/graphql   (HTTP and WebSocket)`,
    `    Mail        ${mail}`,
    `    Phone       ${phone}   (push, SMS and Telegram of the local market)`,
    ...(stripe ? [`    Stripe      ${stripe}   (local double; nothing is charged)`] : []),
    '',
    `  Accounts, all with the password "${demoPassword}":`,
    ...people,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
};

/** Lets identity make the first administrator of a local market. */
export const bootstrapEnv = {
  VITRINA_BOOTSTRAP_ADMIN_EMAIL: admin.email,
  VITRINA_BOOTSTRAP_ADMIN_PASSWORD: demoPassword,
} as const;

/** The demo accounts as the explorer offers them. */
export const explorerAccounts = demoAccounts.map(({ email, purpose }) => ({
  label: `${email.split('@')[0]} (${purpose})`,
  email,
  password: demoPassword,
}));
