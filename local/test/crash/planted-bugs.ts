import type { Stage } from '../../src/crash/stage.ts';

const first = <T>(rows: readonly T[], what: string): T => {
  const [row] = rows;
  if (row === undefined) throw new Error(`The crashes left ${what} to tamper with.`);
  return row;
};

/** Takes the money of a paid group once more, in the provider's books; gives the group. */
export const plantSecondCharge = async ({ databases, env }: Stage): Promise<string> => {
  const { groupId } = first(
    await databases.of('payments')<{ groupId: string }[]>`
      select group_id as "groupId" from payment where state = 'CAPTURED' and provider = 'stripe' and refunded_minor = 0 limit 1`,
    'no paid group',
  );
  const response = await fetch(`${env['VITRINA_STRIPE_API_URL']}/v1/payment_intents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${env['VITRINA_STRIPE_KEY']}` },
    body: new URLSearchParams({
      amount: '1000',
      currency: 'rub',
      confirm: 'true',
      payment_method: 'pm_card_visa',
      'allowed_payment_method_types[0]': 'card',
      'metadata[groupId]': groupId,
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return groupId;
};

/** Puts a committed unit back on hand without a word; gives its variant. */
export const removeCommit = async ({ databases }: Stage): Promise<string> => {
  const { variantId } = first(
    await databases.of('catalog')<{ variantId: string }[]>`
      update stock s set on_hand = on_hand + l.quantity from (
        select l.variant_id, l.location_id, l.quantity from reservation_line l
        join reservation r on r.id = l.reservation_id and r.state = 'COMMITTED' limit 1) l
      where s.variant_id = l.variant_id and s.location_id = l.location_id returning s.variant_id as "variantId"`,
    'no committed unit',
  );
  return variantId;
};

/** Holds a unit under a reference nobody knows; gives the reference. */
export const plantHold = async ({ databases }: Stage): Promise<string> => {
  const reference = 'grp_of_nobody';
  await databases.of('catalog').begin(async (tx) => {
    await tx`insert into reservation (id, reference, state, expires_at, created_at)
      values ('rsv_of_nobody', ${reference}, 'HELD', now() + interval '1 hour', now())`;
    await tx`insert into reservation_line (reservation_id, variant_id, location_id, quantity, held_until)
      select 'rsv_of_nobody', variant_id, location_id, 1, now() + interval '1 hour' from stock limit 1`;
    await tx`update stock set reserved = reserved + 1
      where (variant_id, location_id) in (select variant_id, location_id from reservation_line where reservation_id = 'rsv_of_nobody')`;
  });
  return reference;
};
