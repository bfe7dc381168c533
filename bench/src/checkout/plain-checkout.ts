import { randomUUID } from 'node:crypto';
import { connect, maxConnectionsPerContext } from '@vitrina/platform/database';
import { Pool } from 'undici';
import { BenchFailed } from '../bench.ts';

/** The floor: a shop of one seller in one database, which trusts that nothing ever fails in the middle. */
export interface PlainCheckout {
  /** Stock and order in one transaction, one payment at the same Stripe double, captured, order marked paid. */
  buy(): Promise<void>;
  close(): Promise<void>;
}

const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/** Makes its tables in a database of its own on the same server. */
export const createPlainCheckout = async (databaseUrl: string, stripeUrl: string): Promise<PlainCheckout> => {
  const { sql, close } = connect(databaseUrl, { maxConnections: maxConnectionsPerContext });
  await sql.unsafe(`
    create table if not exists stock (sku int primary key, on_hand int not null check (on_hand >= 0));
    create table if not exists purchase (id uuid primary key, state text not null, intent text);
    create table if not exists line (purchase_id uuid not null references purchase, sku int not null references stock, quantity int not null);
    insert into stock select sku, 100000000 from generate_series(0, 79) as sku on conflict do nothing;`);
  const stripe = new Pool(stripeUrl, { connections: 16 });
  const post = async (path: string, body: string): Promise<{ id: string; status: string }> => {
    const answer = await stripe.request({
      path,
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_local',
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': randomUUID(),
      },
      body,
    });
    const said = (await answer.body.json()) as { id: string; status: string };
    if (answer.statusCode !== 200) throw new BenchFailed(`The Stripe double refused ${path}: ${JSON.stringify(said)}`);
    return said;
  };
  let number = 0;
  return {
    buy: async () => {
      number += 1;
      const id = randomUUID();
      const skus = [number % 40, 40 + (number % 40)];
      await sql.begin(async (tx) => {
        await tx`update stock set on_hand = on_hand - 1 where sku = any(${skus}::int[])`;
        await tx`insert into purchase (id, state) values (${id}, 'PLACED')`;
        await tx`insert into line select ${id}::uuid, sku, 1 from unnest(${skus}::int[]) as sku`;
      });
      const intent = await post(
        '/v1/payment_intents',
        form({
          amount: '12300',
          currency: 'rub',
          payment_method: 'pm_card_visa',
          confirm: 'true',
          capture_method: 'manual',
          'automatic_payment_methods[enabled]': 'true',
          'automatic_payment_methods[allow_redirects]': 'never',
        }),
      );
      const captured = await post(`/v1/payment_intents/${intent.id}/capture`, '');
      if (captured.status !== 'succeeded') throw new BenchFailed(`The floor's payment is ${captured.status}.`);
      await sql`update purchase set state = 'PAID', intent = ${intent.id} where id = ${id}`;
    },
    close: async () => {
      await stripe.close();
      await close();
    },
  };
};
