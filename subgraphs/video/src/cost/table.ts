import { breakEvenUsers, type CostInput, costOf, providers, volumesOf } from '../domain/cost-model.ts';

const dollars = (microUsd: number): string => Math.round(microUsd / 1e6).toLocaleString('en-US');
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The costs of one month as a table for a terminal, amounts in US dollars. */
export const costTable = (input: CostInput): string => {
  const head = ['provider', 'storage', 'egress', 'requests', 'encoding', 'fixed', 'total', 'break-even users'];
  const rows = providers
    .map((provider) => costOf(provider, input))
    .sort((left, right) => left.total - right.total)
    .map(({ provider, storage, egress, requests, encoding, fixed, total }) => {
      const users = breakEvenUsers(provider, input);
      const amounts = [storage, egress, requests, encoding, fixed, total].map(dollars);
      return [provider, ...amounts, users === null ? '-' : whole(users)];
    });
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length), title.length),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const { storedGigabytes, deliveredGigabytes, encodedMinutes } = volumesOf(input);
  return [
    `${whole(input.users)} users, month ${input.month}: ${whole(storedGigabytes)} GB kept, ${whole(deliveredGigabytes)} GB delivered, ${whole(encodedMinutes)} minutes encoded; US dollars a month`,
    line(head),
    ...rows.map(line),
  ].join('\n');
};
