import { z } from 'zod';

/** Environment of live streams, for the context's `config`. */
export const liveConfig = {
  VITRINA_LIVE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port for RTMP; 1935 when left out, and then a worker that finds it taken goes on without live streams'),
  VITRINA_LIVE_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address RTMP listens on; 0.0.0.0 where sellers are elsewhere'),
  VITRINA_LIVE_URL: z
    .string()
    .regex(/^rtmps?:\/\/\S+\/live$/)
    .optional()
    .describe(
      'Address sellers send to, as their program wants it; ends with /live. This machine and the port of RTMP when left out',
    ),
  VITRINA_LIVE_STREAMS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(2)
    .describe('Most streams one worker takes at a time: each one takes about a processor core'),
  VITRINA_LIVE_RECONNECT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(30)
    .describe('How long a stream on the air waits for a publisher that was lost'),
};

/** The same as the context uses it. */
export interface LiveSettings {
  readonly host: string;
  /** Undefined: the usual one, if it is free. */
  readonly port: number | undefined;
  readonly ingestUrl: string;
  readonly mostStreams: number;
  readonly reconnectSeconds: number;
}

const environment = z.object(liveConfig);

/** The port of RTMP where none is named: what streaming programs expect. */
export const usualPort = 1935;

/** Reads {@link LiveSettings} out of the context's configuration. */
export const liveSettings = (config: z.output<typeof environment>): LiveSettings => ({
  host: config.VITRINA_LIVE_HOST,
  port: config.VITRINA_LIVE_PORT,
  // By number: static builds of ffmpeg, as npm has them, crash over a name. With port 0 only the worker knows which it is.
  ingestUrl: config.VITRINA_LIVE_URL ?? `rtmp://127.0.0.1:${config.VITRINA_LIVE_PORT || usualPort}/live`,
  mostStreams: config.VITRINA_LIVE_STREAMS,
  reconnectSeconds: config.VITRINA_LIVE_RECONNECT_SECONDS,
});
