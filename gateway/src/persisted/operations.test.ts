import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../composition/read-subgraphs.ts';
import { defaultDocumentLimits, readDocument } from '../limits/document-shape.ts';
import { hashOf, isManifestFresh, manifestOf, readOperationFiles, readRegistry, StaleManifest } from './registry.ts';

const folder = `${projectRoot}schema/operations`;
const operations = readOperationFiles(folder);

describe('the operations of schema/operations', () => {
  const schema = buildSchema(readFileSync(`${projectRoot}schema/api.graphql`, 'utf8'));

  it('fit the API schema and the limits, hold one named operation each, and are registered by the hash of their text', () => {
    for (const { text, name, room, hash } of operations) {
      const where = `${room}/${name}`;
      expect(readDocument(text, defaultDocumentLimits), where).not.toBeInstanceOf(Error);
      const document = parse(text);
      expect(
        validate(schema, document).map(({ message }) => message),
        where,
      ).toEqual([]);
      const named = document.definitions.flatMap((definition) =>
        definition.kind === 'OperationDefinition' ? [definition.name?.value] : [],
      );
      expect(named, where).toEqual([expect.any(String)]);
      expect(hash).toBe(hashOf(text));
    }
  });

  it('are exactly those of the manifest', () => {
    expect(operations.length === 0 || isManifestFresh(folder), 'run "npm run operations" and commit the result').toBe(
      true,
    );
  });
});

describe('a registry', () => {
  const write = () => {
    const root = mkdtempSync(`${tmpdir()}/operations-`);
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(`${root}/erp`);
    writeFileSync(`${root}/erp/stock.graphql`, 'query stock { __typename }\n');
    return root;
  };

  it('is read by hash when its manifest fits', () => {
    const root = write();
    writeFileSync(`${root}/manifest.json`, manifestOf(readOperationFiles(root)));
    const registry = readRegistry(root);
    expect([...registry.values()]).toEqual([
      {
        name: 'stock',
        room: 'erp',
        text: 'query stock { __typename }\n',
        hash: hashOf('query stock { __typename }\n'),
      },
    ]);
  });

  it('stops the start when an operation was changed, added or removed without its manifest', () => {
    const root = write();
    expect(() => readRegistry(root)).toThrow(StaleManifest);
    writeFileSync(`${root}/manifest.json`, manifestOf(readOperationFiles(root)));
    writeFileSync(`${root}/erp/stock.graphql`, 'query stock { other: __typename }\n');
    expect(() => readRegistry(root)).toThrow(/npm run operations/);
  });
});
