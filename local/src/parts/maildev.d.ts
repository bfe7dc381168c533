declare module 'maildev' {
  interface MailDevOptions {
    readonly smtp: number;
    readonly web: number;
    readonly ip: string;
    readonly webIp: string;
    readonly silent: boolean;
    readonly disableWeb: boolean;
  }
  export default class MailDev {
    constructor(options: MailDevOptions);
    listen(): Promise<void>;
  }
}
