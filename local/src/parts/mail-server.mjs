// Runs maildev in a process of its own: as a library it would answer our signals by ending the whole market. Plain
// JavaScript: a TypeScript loader would take longer than the mail server itself.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The channel closes when the market ends, however it ended. Before anything is loaded: closed while nobody listened it
// would never be heard of, and this process would hold its ports for ever.
process.on('disconnect', () => process.exit(0));
if (process.send && !process.connected) process.exit(0);

const [smtp, web] = process.argv.slice(2).map(Number);
if (!smtp || !web) throw new Error('Usage: mail-server.mjs SMTP_PORT WEB_PORT');

/** Tells the market; one that ended meanwhile hears no answer, and the failed write is not what ends us. */
const tell = (message, then) => process.send?.(message, undefined, undefined, then ?? (() => undefined));

/** A port that is taken meanwhile is the market's to explain: maildev itself would end with a stack. */
const fail = ({ code, port, message }) => tell({ code, port, message }, () => process.exit(1));
process.on('uncaughtException', fail);

// Where it keeps what it got; nobody can look at it any more afterwards.
process.on('exit', () => rmSync(join(tmpdir(), `maildev-${process.pid}`), { recursive: true, force: true }));
const { default: MailDev } = await import('maildev');
const server = new MailDev({ smtp, web, ip: '127.0.0.1', webIp: '127.0.0.1', silent: true, disableWeb: false });
await server.listen();
process.off('uncaughtException', fail);
tell('ready');
