import type { OutboundChannel } from '../channel.ts';
import { isMandatory } from '../preferences/categories.ts';
import { isDefault } from '../preferences/matrix.ts';
import type { SendStep } from './step.ts';
import type { Workflow } from './workflow.ts';

/** A channel a step could end in, and whether people who chose nothing want it. */
export interface Way {
  readonly channel: OutboundChannel;
  readonly byDefault: boolean;
}

/**
 * Where a step could lead: the channels it sends by, or those of all that comes after a timer. A step none of whose ways
 * a person has and wants is not even written down, which spares most events of a shop, and all of a conversation that
 * somebody wants to hear nothing of, rows that would come to nothing. Undefined where it must be written in any case: it
 * may tell the app, it proves a new phone, or nobody can switch it off.
 */
export const waysOf = ({ steps, category, secret }: Workflow, position: number): readonly Way[] | undefined => {
  const step = steps[position];
  const following = step?.do === 'SEND' ? [step] : steps.slice(position);
  if (secret !== undefined || isMandatory(category) || following.some(({ do: what }) => what === 'IN_APP'))
    return undefined;
  const channels = following.filter((one): one is SendStep => one.do === 'SEND').flatMap((send) => send.channels);
  return [...new Set(channels)].map((channel) => ({ channel, byDefault: isDefault(category, channel) }));
};
