import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const kit = 'platform/src/subgraph/kit.graphql';
const only = process.env['CODEGEN_ONLY'];
const contexts = readdirSync('subgraphs').filter(
  (name) => existsSync(`subgraphs/${name}/schema.graphql`) && (!only || only.split(',').includes(name)),
);

const scalars = {
  _FieldSet: 'string',
  ID: 'string',
  BigInt: { input: 'bigint', output: 'bigint | string | number' },
  DateTime: { input: 'Date', output: 'Date | string' },
  CurrencyCode: 'string',
  Locale: 'string',
  CountryCode: 'string',
};
/** As JSON carries them: what documents sent over the wire take and give. */
const wireScalars = {
  ID: 'string',
  BigInt: 'string',
  DateTime: 'string',
  CurrencyCode: 'string',
  Locale: 'string',
  CountryCode: 'string',
};
const shared = {
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  immutableTypes: true,
  strictScalars: true,
  emitLegacyCommonJSImports: false,
};

/** Resolver types of one subgraph; a type is mapped to its row in `src/mappers.ts` (`export type ProductMapper = …`). */
const resolverTypes = (name: string): CodegenConfig['generates'] => ({
  [`subgraphs/${name}/src/generated/resolvers.ts`]: {
    schema: [kit, `subgraphs/${name}/schema.graphql`],
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      ...shared,
      scalars,
      federation: true,
      contextType: '../request.ts#Context',
      mappers: mappersOf(name),
      makeResolverTypeCallable: true,
      optionalInfoArgument: true,
      inputMaybeValue: 'T | null | undefined',
      maybeValue: 'T | null | undefined',
    },
  },
});

/** Shared types resolve from the kit's own values. */
const kitMappers = {
  Money: '@vitrina/platform/money#Money as KitMoney',
  UserError: '@vitrina/platform/result#Refusal as KitRefusal',
  PlainUserError: '@vitrina/platform/result#Refusal as KitRefusal',
  UploadTicket: '@vitrina/platform/uploads#UploadTicket as KitUploadTicket',
};

/** Every `export type XMapper`/`export interface XMapper` of a context's mappers file. */
const mappersOf = (name: string): Record<string, string> => {
  const path = `subgraphs/${name}/src/mappers.ts`;
  if (!existsSync(path)) return kitMappers;
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(/export (?:type|interface) (\w+)Mapper\b/g)].map((match) => match[1] as string);
  return { ...kitMappers, ...Object.fromEntries(found.map((type) => [type, `../mappers.ts#${type}Mapper`])) };
};

/** Typed documents for the internal operations a context calls: `src/clients/<callee>/*.graphql` against the callee's SDL. */
const clientTypes = (name: string): CodegenConfig['generates'] => {
  const root = `subgraphs/${name}/src/clients`;
  if (!existsSync(root)) return {};
  const callees = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && readdirSync(`${root}/${entry.name}`).some((file) => file.endsWith('.graphql')),
  );
  return Object.fromEntries(
    callees.map(({ name: callee }) => [
      `subgraphs/${name}/src/generated/${callee}-client.ts`,
      documents([kit, `subgraphs/${callee}/schema.graphql`], `${root}/${callee}/*.graphql`),
    ]),
  );
};

const documents = (schema: string | string[], sources: string) => ({
  schema,
  documents: sources,
  plugins: ['typescript-operations', 'typed-document-node'],
  config: { ...shared, scalars: wireScalars, maybeValue: 'T | null', onlyOperationTypes: true, dedupeFragments: true },
});

const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: Object.assign({}, ...contexts.flatMap((name) => [resolverTypes(name), clientTypes(name)])),
};

export default config;
