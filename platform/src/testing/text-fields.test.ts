import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { probeTextFields, textFieldsOf } from './text-fields.ts';

const schema = buildSchema(`
  directive @internal(callers: [String!]!) on FIELD_DEFINITION
  enum Colour { RED BLUE }
  input Paint { colour: Colour!, name: String!, tags: [String!], spare: Paint }
  type Query { find(id: ID!, limit: Int!): String, inner(key: String!): Int @internal(callers: ["orders"]) }
  type Mutation { paint(input: Paint!): String }
`);

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly as: unknown;
}

/** A context that remembers what it was asked, and breaks over one text. */
const context = (asked: Asked[]) => ({
  host: { schema } as never,
  subscribe: async () => ({ errors: [] }) as never,
  ask: async (query: string, variables: Record<string, unknown> = {}, { as }: { as?: unknown } = {}) => {
    asked.push({ query, variables, as });
    const breaks = JSON.stringify(variables).includes('bad');
    const code = breaks ? 'INTERNAL' : 'NOT_FOUND';
    return { errors: [{ message: 'x', extensions: { code } }] } as never;
  },
});

it('finds every place for text, in lists and inputs within inputs', () => {
  const paths = textFieldsOf(context([])).map(({ root, path }) => `${root}.${path.join('.')}`);
  expect(paths).toEqual(
    expect.arrayContaining(['find.id', 'inner.key', 'paint.input.name', 'paint.input.tags', 'paint.input.spare.name']),
  );
});

it('fills what has to be there, puts the text in one place, and calls internal fields as another context', async () => {
  const asked: Asked[] = [];
  await probeTextFields(context(asked), {
    texts: ['oops'],
    as: ['me' as never],
    examples: { 'Paint.name': () => 'Ann' },
  });
  const paint = asked.filter(({ query }) => query.includes('paint('));
  expect(paint[0]?.variables).toEqual({ input: { colour: 'RED', name: 'oops' } });
  expect(paint[1]?.variables).toEqual({ input: { colour: 'RED', name: 'Ann', tags: ['oops'] } });
  expect(asked.find(({ query }) => query.includes('inner('))?.as).toMatchObject({ actor: { name: 'orders' } });
});

it('tells the places where a text broke something', async () => {
  const { asked, odd } = await probeTextFields(context([]), { texts: ['good', 'bad'], as: ['me' as never] });
  expect(odd.length).toBeGreaterThan(0);
  expect(odd.length * 2).toBe(asked);
  expect(odd[0]).toMatchObject({ field: 'find.id', text: 'bad', code: 'INTERNAL' });
});
