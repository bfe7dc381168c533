// Runs maildev in a process of its own: as a library it would answer our signals by ending the whole market. Plain
// JavaScript: a TypeScript loader would take longer than the mail server itself.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailDev from 'maildev';

const [smtp, web] = process.argv.slice(2).map(Number);
if (!smtp || !web) throw new Error('Usage: mail-server.mjs SMTP_PORT WEB_PORT');

const server = new MailDev({ smtp, web, ip: '127.0.0.1', webIp: '127.0.0.1', silent: true, disableWeb: false });
await server.listen();
// Where it keeps what it got; nobody can look at it any more afterwards.
process.on('exit', () => rmSync(join(tmpdir(), `maildev-${process.pid}`), { recursive: true, force: true }));
// The channel closes when the market ends, however it ended.
process.on('disconnect', () => process.exit(0));
// A market that ended while this one started hears no answer, and the failed write is not what ends us.
process.send?.('ready', undefined, undefined, () => undefined);
