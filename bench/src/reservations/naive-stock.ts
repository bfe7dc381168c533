import { connect } from '@vitrina/platform/database';

/** The floor: a conditional update of the one stock row, the reservation and an outbox row in a transaction per buyer. */
export interface NaiveStock {
  reserve(reference: string): Promise<void>;
  reserved(): Promise<number>;
  close(): Promise<void>;
}

/** Makes its tables with `units` on hand. Eight connections: more only wait for the same row. */
export const createNaiveStock = async (url: string, units: number): Promise<NaiveStock> => {
  const { sql, close } = connect(url, { maxConnections: 8 });
  await sql.unsafe(`
    create table stock (variant text primary key, on_hand int not null, reserved int not null default 0);
    create table reservation (reference text primary key, variant text not null references stock, quantity int not null, expires_at timestamptz not null);
    create table outbox (id bigint generated always as identity primary key, payload jsonb not null);`);
  await sql`insert into stock (variant, on_hand) values ('hot', ${units})`;
  return {
    reserve: (reference) =>
      sql.begin(async (tx) => {
        const updated =
          await tx`update stock set reserved = reserved + 1 where variant = 'hot' and on_hand - reserved >= 1`;
        if (updated.count !== 1) throw new Error('The floor ran out of stock.');
        await tx`with made as (
            insert into reservation values (${reference}, 'hot', 1, now() + interval '15 minutes') returning reference
          ) insert into outbox (payload) select jsonb_build_object('reserved', reference) from made`;
      }) as Promise<never>,
    reserved: async () => {
      const [row] = await sql<{ reserved: number }[]>`select reserved from stock`;
      return row?.reserved ?? 0;
    },
    close,
  };
};
