import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket, orders, productInput } from './market.ts';

const script = fileURLToPath(new URL('./fixtures/stock-process.ts', import.meta.url));

describe('a process killed while it works on stock', () => {
  let market: Market;
  let url: string;
  let variantId: string;
  beforeAll(async () => {
    market = await openMarket();
    const { host, port, user, pass, database } = market.database.sql.options;
    url = `postgres://${user}:${pass ?? ''}@${host[0]}:${port[0]}/${database}`;
    const categoryId = await market.category('Kitchen');
    const set = await market.product(productInput(categoryId));
    variantId = set.variants.nodes[0]?.id as string;
  });
  afterAll(() => market.close());

  /** Runs the process to its end; gives the signal that killed it and what it said. */
  const run = (reference: string, crashPoint = ''): Promise<{ signal: string | null; said: string }> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, VITRINA_CRASH_POINT: crashPoint };
      const child = spawn(process.execPath, ['--import', 'tsx', script, url, reference, variantId], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', (_code, signal) => resolve({ signal, said }));
    });
  const stateOf = async (reference: string) =>
    (
      await market.answer<{ reservationByReference: { state: string } | null }>(
        'query ($r: ID!) { reservationByReference(reference: $r) { state } }',
        { r: reference },
        { as: orders },
      )
    ).reservationByReference?.state;

  it.each([
    ['catalog.reserve.before-commit', undefined, 0, 2],
    ['catalog.reserve.after-commit', 'HELD', 2, 2],
    ['catalog.commit.after-commit', 'COMMITTED', 0, 2],
  ])(
    'at %s leaves %s, and the same calls again come to the same end',
    async (crashPoint, left, reserved, sold) => {
      const [before] = await market.stockOf(variantId);
      const reference = `grp_${crashPoint}`;
      expect((await run(reference, crashPoint)).signal).toBe('SIGKILL');
      expect(await stateOf(reference)).toBe(left);
      expect(await market.stockOf(variantId)).toMatchObject([{ reserved }]);
      expect(await run(reference)).toEqual({ signal: null, said: JSON.stringify({ held: true, sold: true }) });
      expect(await stateOf(reference)).toBe('COMMITTED');
      expect(await market.stockOf(variantId)).toMatchObject([{ onHand: (before?.onHand ?? 0) - sold, reserved: 0 }]);
    },
    60_000,
  );
});
