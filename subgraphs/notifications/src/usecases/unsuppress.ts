import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type Channel, outboundChannels } from '../domain/channel.ts';
import type { Services } from '../services.ts';
import { unsuppress } from '../store/reach.ts';

/** Lets an address be written to again, e.g. when a mailbox that was full is not any more. */
export const unsuppressAddress = async (
  { database }: Services,
  { channel, address }: { readonly channel: Channel; readonly address: string },
): Promise<Result<true, Refusal>> => {
  const outbound = outboundChannels.find((known) => known === channel);
  return outbound && (await unsuppress(database.orm, { channel: outbound, address }))
    ? ok(true)
    : refuse(
        plainRefusal('NOT_SUPPRESSED', ['address'], 'Nothing keeps messages from this address; look at its spelling.'),
      );
};
