import { z } from 'zod';

const whole = (minimum: number, maximum: number, fallback: number) =>
  z.coerce.number().int().min(minimum).max(maximum).default(fallback);

/** Environment variables of the sockets, with what each expects. */
export const socketEnvironment = {
  VITRINA_MAX_SUBSCRIPTIONS_PER_SOCKET: whole(1, 10_000, 100).describe('operations one WebSocket may have running'),
  VITRINA_MAX_SUBSCRIPTIONS_PER_USER: whole(1, 1_000_000, 500).describe(
    'operations one caller may have running over all WebSockets of a gateway; all guests of an address five times that',
  ),
  VITRINA_MAX_SOCKETS_PER_USER: whole(1, 1_000_000, 50).describe('WebSockets one signed-in caller may hold'),
  VITRINA_MAX_SOCKETS_PER_ADDRESS: whole(1, 1_000_000, 2_000).describe('WebSockets open from one address'),
  VITRINA_MAX_WAITING_SOCKETS_PER_ADDRESS: whole(1, 1_000_000, 200).describe(
    'WebSockets of one address that have not said who they are',
  ),
  VITRINA_MAX_BUFFERED_BYTES: whole(1_024, 1_073_741_824, 1_048_576).describe(
    'bytes held for a peer that does not read, after which its WebSocket is closed',
  ),
  VITRINA_DRAIN_SPREAD_MS: whole(0, 60_000, 3_000).describe(
    'longest time over which a gateway that stops sends its WebSockets away, in milliseconds',
  ),
};

/** What sockets may hold. */
export interface SocketLimits {
  readonly maxSubscriptionsPerSocket: number;
  readonly maxSubscriptionsPerUser: number;
  readonly maxSocketsPerUser: number;
  readonly maxSocketsPerAddress: number;
  readonly maxWaitingSocketsPerAddress: number;
  readonly maxBufferedBytes: number;
  readonly drainSpreadMs: number;
}

type SocketVariables = {
  readonly [Name in keyof typeof socketEnvironment]: z.output<(typeof socketEnvironment)[Name]>;
};

/** The limits out of the variables' values. */
export const socketLimitsOf = (values: SocketVariables): SocketLimits => ({
  maxSubscriptionsPerSocket: values.VITRINA_MAX_SUBSCRIPTIONS_PER_SOCKET,
  maxSubscriptionsPerUser: values.VITRINA_MAX_SUBSCRIPTIONS_PER_USER,
  maxSocketsPerUser: values.VITRINA_MAX_SOCKETS_PER_USER,
  maxSocketsPerAddress: values.VITRINA_MAX_SOCKETS_PER_ADDRESS,
  maxWaitingSocketsPerAddress: values.VITRINA_MAX_WAITING_SOCKETS_PER_ADDRESS,
  maxBufferedBytes: values.VITRINA_MAX_BUFFERED_BYTES,
  drainSpreadMs: values.VITRINA_DRAIN_SPREAD_MS,
});
