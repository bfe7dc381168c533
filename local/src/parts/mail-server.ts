// Runs maildev in a process of its own: as a library it would answer our signals by ending the whole market.
import MailDev from 'maildev';

const [smtp, web] = process.argv.slice(2).map(Number);
if (!smtp || !web) throw new Error('Usage: mail-server.ts SMTP_PORT WEB_PORT');

const server = new MailDev({ smtp, web, ip: '127.0.0.1', webIp: '127.0.0.1', silent: true, disableWeb: false });
await server.listen();
// The channel closes when the market ends, however it ended.
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
