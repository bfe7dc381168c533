import { invariant } from '../errors/index.ts';
import type { JobContract, JobHandler } from './contract.ts';

/**
 * Boot check: every declared job has exactly one handler and every handler a declared job. Without it, a forgotten
 * handler shows only as a queue that never gets shorter.
 */
export const assertJobsHandled = (declared: readonly JobContract[], handlers: readonly JobHandler<never>[]): void => {
  const names = new Set(declared.map((job) => job.name));
  const handled = new Map<string, number>();
  for (const { job } of handlers) handled.set(job.name, (handled.get(job.name) ?? 0) + 1);

  const faults = [
    ...repeated(declared.map((job) => job.name)).map((name) => `${name} is declared twice`),
    ...[...names].filter((name) => !handled.has(name)).map((name) => `${name} has no handler`),
    ...[...handled].filter(([, count]) => count > 1).map(([name, count]) => `${name} has ${count} handlers`),
    ...[...handled.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${name} has a handler but is not declared`),
  ];
  invariant(faults.length === 0, `Jobs and handlers do not match: ${faults.join('; ')}.`);
};

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, position) => names.indexOf(name) !== position)),
];
