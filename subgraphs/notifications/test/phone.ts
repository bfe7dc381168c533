import { type ChildProcess, spawn } from 'node:child_process';
import { createECDH } from 'node:crypto';
import { once } from 'node:events';

const phoneModule = new URL('../../../local/src/phone-double/index.ts', import.meta.url).href;

export interface ShownMessage {
  readonly provider: string;
  readonly to: string;
  readonly title: string | null;
  readonly text: string;
  readonly times: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The market's own phone as a process of its own, and the variables that lead to it. */
export interface RunningPhone {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  inbox(provider?: string): Promise<readonly ShownMessage[]>;
  control<T = unknown>(method: string, path: string, body?: object): Promise<T>;
  stop(): Promise<void>;
}

const account = { account: 'ACtest', token: 'sms-secret' };
const bot = { token: '1:telegram-secret' };

/** The phone is started by path, in another process: contexts import nothing of other rooms. */
const launch = async (): Promise<{ child: ChildProcess; url: string }> => {
  const script = `import { startPhoneDouble } from ${JSON.stringify(phoneModule)};
    const phone = await startPhoneDouble(${JSON.stringify({ sms: account, telegram: bot })});
    console.log(phone.url);
    process.stdin.resume().on('end', () => process.exit(0));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
};

export const startPhone = async (): Promise<RunningPhone> => {
  const { child, url } = await launch();
  const vapid = createECDH('prime256v1');
  const publicKey = vapid.generateKeys('base64url');
  const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/_control/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    url,
    env: {
      VITRINA_VAPID_PUBLIC_KEY: publicKey,
      VITRINA_VAPID_PRIVATE_KEY: vapid.getPrivateKey('base64url'),
      VITRINA_PUSH_HOSTS: new URL(url).host,
      VITRINA_SMS_URL: url,
      VITRINA_SMS_ACCOUNT: account.account,
      VITRINA_SMS_TOKEN: account.token,
      VITRINA_SMS_FROM: 'Vitrina',
      VITRINA_SMS_DEDUPLICATES: 'true',
      VITRINA_TELEGRAM_TOKEN: bot.token,
      VITRINA_TELEGRAM_URL: url,
    },
    inbox: async (provider) =>
      (await control<{ messages: ShownMessage[] }>('GET', provider ? `inbox?provider=${provider}` : 'inbox')).messages,
    control,
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
};
