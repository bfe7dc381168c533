/** Ways to reach a person. IN_APP is a row of ours; the others leave through somebody else's servers. */
export const channels = ['IN_APP', 'EMAIL', 'WEB_PUSH', 'SMS', 'TELEGRAM'] as const;
export type Channel = (typeof channels)[number];

/** Channels with a provider behind them. */
export type OutboundChannel = Exclude<Channel, 'IN_APP'>;
export const outboundChannels = ['EMAIL', 'WEB_PUSH', 'SMS', 'TELEGRAM'] as const satisfies readonly OutboundChannel[];
