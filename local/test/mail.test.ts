import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePorts } from '../../platform/src/testing/free-ports.ts';
import { type LocalConfig, readLocalConfig } from '../src/market/local-config.ts';
import { openMail } from '../src/parts/mail.ts';

const program = fileURLToPath(new URL('../src/parts/mail-server.mjs', import.meta.url));

const newConfig = async (): Promise<LocalConfig> => {
  const first = await freePorts(2);
  return readLocalConfig({ VITRINA_SMTP_PORT: String(first), VITRINA_MAIL_WEB_PORT: String(first + 1) });
};
const squat = async (port: number): Promise<Server> => {
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  return squatter;
};

describe('the mail server', { timeout: 120_000 }, () => {
  it('goes away with the market at whatever moment of its start, and gives its ports back', async () => {
    const config = await newConfig();
    for (const afterMs of [0, 300]) {
      const mail = openMail(config);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await mail.stop();
      for (const port of [config.VITRINA_SMTP_PORT, config.VITRINA_MAIL_WEB_PORT]) (await squat(port)).close();
    }
    const mail = openMail(config);
    await mail.ready;
    await mail.stop();
    await mail.stop();
  });

  it('names the variable of a port that was taken since it was looked at', async () => {
    await Promise.all(
      (['VITRINA_SMTP_PORT', 'VITRINA_MAIL_WEB_PORT'] as const).map(async (variable) => {
        const config = await newConfig();
        const squatter = await squat(config[variable]);
        const mail = openMail(config);
        await expect(mail.ready).rejects.toThrow(
          `Port ${config[variable]} is taken. Stop what uses it, or set ${variable}`,
        );
        await mail.stop();
        squatter.close();
      }),
    );
  });

  it('leaves it to the market to say why, and says nothing itself', async () => {
    const config = await newConfig();
    const squatter = await squat(config.VITRINA_SMTP_PORT);
    const ports = [config.VITRINA_SMTP_PORT, config.VITRINA_MAIL_WEB_PORT].map(String);
    const child = fork(program, ports, { execArgv: [], silent: true });
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    expect((await once(child, 'message'))[0]).toMatchObject({ code: 'EADDRINUSE', port: config.VITRINA_SMTP_PORT });
    expect([await once(child, 'close').then(([code]) => code), words]).toEqual([1, '']);
    squatter.close();
  });
});
