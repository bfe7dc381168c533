import { readFile, rename, writeFile } from 'node:fs/promises';
import { createPushDouble } from '../push-double/index.ts';
import { createSmsDouble, type SmsDoubleAccount } from '../sms-double/index.ts';
import { createTelegramDouble, type TelegramDoubleBot } from '../telegram-double/index.ts';
import { connectPhoneControl, type PhoneControl } from './control.ts';
import { Faults } from './faults.ts';
import { Inbox } from './inbox.ts';
import { type PhoneParts, route } from './routes.ts';
import { listen } from './server.ts';

export { connectPhoneControl, type PhoneControl, type PushSubscriptionJson } from './control.ts';

/** Options of {@link startPhoneDouble}. */
export interface PhoneDoubleOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where subscriptions and chats are kept; without it they end with the process. */
  readonly file?: string;
  readonly sms: SmsDoubleAccount;
  readonly telegram: TelegramDoubleBot;
  /** Receives defects. Silent when absent. */
  readonly log?: (message: string) => void;
}

/** A running phone. */
export interface PhoneDouble {
  /** Inbox for people; origin of the SMS provider, of the Bot API and of push endpoints. */
  readonly url: string;
  readonly control: PhoneControl;
  close(): Promise<void>;
}

const readKept = async (file: string | undefined): Promise<Readonly<Record<string, unknown>>> => {
  if (!file) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    // Nothing was kept yet, or the file is of no use any more: a double starts anew.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
};

/**
 * Starts one server with three providers behind it (web push, SMS, Telegram) and the phone they deliver to. They check
 * what the real ones check; what they can do wrong on demand is in README.md.
 */
export const startPhoneDouble = async (options: PhoneDoubleOptions): Promise<PhoneDouble> => {
  const { port = 0, file, log = () => undefined } = options;
  const kept = await readKept(file);
  const inbox = new Inbox();
  let url = '';
  const doubles = [
    createPushDouble(inbox, () => url, kept['push']),
    createSmsDouble(inbox, options.sms),
    createTelegramDouble(inbox, options.telegram, kept['telegram']),
  ];
  let saving = Promise.resolve();
  const save = (): Promise<void> => {
    if (!file) return saving;
    const state = JSON.stringify(Object.fromEntries(doubles.map(({ name, keep }) => [name, keep()])));
    const saved = saving.then(async () => {
      await writeFile(`${file}.new`, state, { mode: 0o600 });
      await rename(`${file}.new`, file);
    });
    // Whoever asked hears that it failed; the next one saves all of it again, once there is room on the disk.
    saving = saved.catch(() => undefined);
    return saved;
  };
  const parts: PhoneParts = { doubles, inbox, faults: new Faults(), origin: () => url, save };
  const server = await listen((exchange) => route(parts, exchange), { port, log });
  url = `http://127.0.0.1:${server.port}`;
  return { url, control: connectPhoneControl(url), close: () => server.close() };
};
