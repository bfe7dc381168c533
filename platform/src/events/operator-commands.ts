import { parseArgs } from 'node:util';
import type { EventBus, ParkedDelivery } from './bus/contract.ts';

export const usage = `Events that could not be handled, and what to do about them.

  list [consumer]                                  parked deliveries, oldest first, with the error of the last attempt
  lag                                              how far every consumer is behind
  replay <consumer> <eventId|all>                  try parked deliveries again
  skip   <consumer> <eventId> --reason "<why>"     give one up for good; recorded with your name
  retire <consumer> --reason "<why>"               forget a consumer whose code is gone, with all it had open

A consumer's full name is context.consumer, for example payments.open-escrow.
VITRINA_BUS_URL names the bus database; --operator overrides the name that is recorded (default: the system user).`;

const entry = (parked: ParkedDelivery): string =>
  [
    `${parked.consumer}  ${parked.eventId}  ${parked.eventName} v${parked.eventVersion}  of ${parked.aggregateId}`,
    `  since ${parked.appendedAt.toISOString()}, ${parked.attempts} attempts, ${parked.waiting} waiting behind it`,
    `  ${parked.error}`,
  ].join('\n');

interface Command {
  readonly bus: EventBus;
  readonly words: readonly string[];
  readonly reason: string | undefined;
  readonly operator: string;
}

/** What a command answers; `undefined` means it was not understood. */
type Answer = { readonly text: string; readonly ok: boolean } | undefined;

const commands: Readonly<Record<string, (command: Command) => Promise<Answer>>> = {
  list: async ({ bus, words: [consumer] }) => {
    const parked = await bus.parked({ consumer, limit: 1_000 });
    return { ok: true, text: parked.length === 0 ? 'Nothing is parked.' : parked.map(entry).join('\n') };
  },
  lag: async ({ bus }) => {
    const lines = (await bus.lag()).map(
      (one) => `${one.consumer}  open ${one.open}  parked ${one.parked}  oldest ${one.oldestOpenSeconds.toFixed(1)} s`,
    );
    return { ok: true, text: lines.length === 0 ? 'No consumer is known to this bus.' : lines.join('\n') };
  },
  replay: async ({ bus, words: [consumer, eventId], operator }) => {
    if (!consumer || !eventId) return undefined;
    const count = await bus.replay(consumer, eventId === 'all' ? undefined : eventId, { operator });
    return {
      ok: count > 0,
      text: count > 0 ? `${count} deliveries will be tried again.` : 'No such parked delivery; `list` shows them.',
    };
  },
  skip: async ({ bus, words: [consumer, eventId], reason, operator }) => {
    if (!consumer || !eventId || !reason) return undefined;
    const skipped = await bus.skip(consumer, eventId, { operator, reason });
    return {
      ok: skipped,
      text: skipped ? 'Skipped; its aggregate goes on.' : 'No such parked delivery; `list` shows them.',
    };
  },
  retire: async ({ bus, words: [consumer], reason, operator }) => {
    if (!consumer || !reason) return undefined;
    return { ok: true, text: `Retired; ${await bus.retire(consumer, { operator, reason })} deliveries were given up.` };
  },
};

/** Runs one operator command; answers what to print and the exit code (0 done, 1 nothing matched, 2 not understood). */
export const runOperatorCommand = async (
  bus: EventBus,
  args: readonly string[],
  defaultOperator: string,
): Promise<{ readonly text: string; readonly exitCode: 0 | 1 | 2 }> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { reason: { type: 'string' }, operator: { type: 'string', default: defaultOperator } },
  });
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const answer = await command?.({ bus, words, reason: values.reason?.trim(), operator: values.operator });
  return answer ? { text: answer.text, exitCode: answer.ok ? 0 : 1 } : { text: usage, exitCode: 2 };
};
