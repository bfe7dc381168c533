import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, client } from './client.ts';
import { type Door, doors, open } from './strangers/doors.ts';
import { erpOperations, erpVariables, runRegistered } from './strangers/erp-doors.ts';
import { fieldNames, isKeptOut, isLetIn, isShown, knock, rootsWithIds } from './strangers/knock.ts';
import { mixedDoors } from './strangers/mixed-doors.ts';
import { act, newPerson } from './strangers/people.ts';
import { fieldsOf } from './strangers/private-fields.ts';
import { openWorld, type World } from './strangers/world.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let theirs: World;
let mine: World;
let strangers: readonly (readonly [string, Client])[];

beforeAll(async () => {
  theirs = await openWorld();
  mine = await openWorld();
  strangers = [
    ['a guest', client()],
    ['a person without anything', (await newPerson('stranger')).client],
    ['the owner of another shop', mine.owner],
    ['another buyer', mine.buyer],
  ];
});

/** Goods on sale are there for everybody to see; all else must look as if it could be anything. */
const onSale = ['goodId', 'goodVariantId'];
/** The same things with ids of the same make that nothing has. */
const nowhere = (ids: World['ids']): World['ids'] =>
  Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [
      name,
      onSale.includes(name) ? id : id.replace(/_[0-9a-z]{12}/, '_000000000000'),
    ]),
  ) as World['ids'];

describe('whose every id is', () => {
  it('is said here for each root field that takes one: a new field wants an entry', () => {
    const said = [...Object.keys(doors), ...Object.keys(open)];
    expect([...rootsWithIds.keys()].filter((name) => !said.includes(name))).toEqual([]);
    expect(said.filter((name) => !rootsWithIds.has(name))).toEqual([]);
    expect(Object.keys(doors).filter((name) => name in open)).toEqual([]);
  });

  it('keeps everybody else out of all of them, and says no more than of what is not there', async () => {
    const found: string[] = [];
    const tryDoors = async ([who, as]: (typeof strangers)[number]): Promise<void> => {
      for (const [name, { keeper, variables }] of Object.entries(doors)) {
        const heard = await knock(as, name, variables(theirs.ids));
        if (!isKeptOut(heard)) found.push(`${who} got in at ${name} (for the ${keeper}): ${JSON.stringify(heard)}`);
        const missing = await knock(as, name, variables(nowhere(theirs.ids)));
        if (missing.codes.join() !== heard.codes.join())
          found.push(`${who} learns at ${name} that it is there: ${heard.codes}, not ${missing.codes}`);
      }
    };
    await Promise.all(strangers.map(tryDoors));
    expect(found).toEqual([]);
  });

  it('gives nothing by node(id), which asks every context for its entities', async () => {
    const ids = Object.entries(theirs.ids).filter(([, id]) => /^[a-z]+_[0-9a-z]{20,}$/.test(id));
    const publicOnes = ['shopId', 'ownerId', 'buyerId', 'goodId', 'goodVariantId', 'leafId', 'categoryId'];
    for (const [who, as] of strangers) {
      const { nodes } = await as.ask<{ nodes: ({ __typename: string } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }',
        { ids: ids.map(([, id]) => id) },
      );
      const seen = ids.filter((_, at) => nodes[at] !== null).map(([name]) => name);
      expect([who, seen.sort()]).toEqual([who, publicOnes.sort()]);
    }
  });

  it('is asked about each id of an input: one of another’s among one’s own is refused', async () => {
    const found: string[] = [];
    for (const { field, as, input, told } of mixedDoors) {
      const heard = await knock(mine[as], field, { input: input(mine.ids, theirs.ids) });
      const refused = told ? !heard.shown && heard.codes.join() === told : isKeptOut(heard);
      if (!refused)
        found.push(`${field} takes ${JSON.stringify(input(mine.ids, theirs.ids))}: ${JSON.stringify(heard)}`);
      const missing = await knock(mine[as], field, { input: input(mine.ids, nowhere(theirs.ids)) });
      if (missing.codes.join() !== heard.codes.join())
        found.push(`${field} tells that it is there: ${heard.codes}, not ${missing.codes}`);
    }
    expect(found).toEqual([]);
  });

  it('is asked of another shop’s program in each operation registered for programs', async () => {
    const { key } = await act<{ key: string }>(
      mine.owner,
      'createApiClient',
      {
        shopId: mine.ids.shopId,
        name: 'ERP',
        scopes: ['catalog:write', 'stock:write', 'orders:read', 'orders:fulfil'],
      },
      'key',
    );
    const found: string[] = [];
    expect(Object.keys(erpVariables).sort()).toEqual(erpOperations().sort());
    for (const [name, variables] of Object.entries(erpVariables)) {
      const heard = await runRegistered(client({ accessToken: key }), name, variables(theirs.ids));
      if (!isKeptOut(heard)) found.push(`${name}: ${JSON.stringify(heard)}`);
    }
    expect(found).toEqual([]);
  });

  it('would be noticed where a door stood open', async () => {
    expect(isKeptOut(await knock(client(), 'shop', { id: theirs.ids.shopId }))).toBe(false);
    expect(isKeptOut(await knock(client(), 'recordPlayback', { input: {} }))).toBe(false);
    expect(isLetIn(await knock(client(), 'order', { id: theirs.ids.orderId }))).toBe(false);
  });

  // Last: the keepers use what is theirs up.
  it('lets those in whom it is for, so that the refusals above were about the person', async () => {
    const shutOut: string[] = [];
    const goIn = async ([name, { keeper, variables }]: [string, Door]): Promise<void> => {
      const heard = await knock(theirs[keeper], name, variables(theirs.ids));
      if (!isLetIn(heard)) shutOut.push(`the ${keeper} at ${name}: ${JSON.stringify(heard)}`);
    };
    // Who listens may hear nothing for a while, and uses nothing up: all of them at once, and first.
    const listens = ([name]: [string, Door]): boolean => rootsWithIds.get(name)?.operation === 'subscription';
    await Promise.all(Object.entries(doors).filter(listens).map(goIn));
    for (const entry of Object.entries(doors)) if (!listens(entry)) await goIn(entry);
    expect(shutOut).toEqual([]);
  });
});

describe('what everybody may read', () => {
  const idOf: Record<string, keyof World['ids']> = {
    Shop: 'shopId',
    User: 'ownerId',
    Product: 'goodId',
    ProductVariant: 'goodVariantId',
  };

  it.each(Object.entries(fieldsOf))('of a %s is said field by field: a new one wants an entry', (type, fields) => {
    expect([...fields.everybodys, ...fields.private].sort()).toEqual(fieldNames(type).sort());
  });

  it.each(Object.entries(fieldsOf))(
    'of a %s holds nothing that is private, and all of it for whom it is',
    async (type, fields) => {
      const id = theirs.ids[idOf[type] as keyof World['ids']];
      for (const name of fields.private) {
        for (const [who, as] of strangers)
          expect([type, name, who, await isShown(as, type, id, name)]).toEqual([type, name, who, false]);
      }
      const shown = await Promise.all(fields.private.map((name) => isShown(theirs.owner, type, id, name)));
      // Nobody has bought here through a list that could be empty: what stays empty for its owner proves nothing.
      expect(shown.filter(Boolean).length).toBeGreaterThanOrEqual(fields.private.length / 2);
    },
  );
});
