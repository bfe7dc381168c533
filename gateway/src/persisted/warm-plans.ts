import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@vitrina/platform/logging';
import { validate } from 'graphql';
import type { DocumentGate } from '../admission/document-gate.ts';
import type { PlannedSupergraph } from '../planning/supergraph.ts';
import type { OperationRegistry } from './registry.ts';

/** Whoever starts or reloads a gateway has more urgent work first: seconds of planning would stand in its way. */
const beginAfterMs = 1_000;

/**
 * Plans every registered operation before its first caller has to wait for that (a cold plan takes tens of
 * milliseconds). Lets other work go on between two plans. One that does not fit the supergraph is logged: the others run.
 */
export const warmPlans = async (
  registry: OperationRegistry,
  supergraph: PlannedSupergraph,
  gate: DocumentGate,
  log: Logger,
): Promise<void> => {
  await pause(beginAfterMs, undefined, { ref: false });
  for (const { text, hash, name, room } of registry.values()) {
    await breathe();
    try {
      const document = gate(text, hash);
      const [invalid] = validate(supergraph.schema, document);
      if (invalid) throw invalid;
      supergraph.prepare({ document, hash }).plan();
    } catch (error) {
      log.error({ err: error, operation: `${room}/${name}` }, 'a registered operation does not fit this supergraph');
    }
  }
};
