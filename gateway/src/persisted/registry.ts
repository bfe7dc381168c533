import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** An operation that clients may run by its hash. */
export interface RegisteredOperation {
  /** SHA-256 of the file's text, bare hex: what automatic persisted queries send. */
  readonly hash: string;
  /** File name without `.graphql`. */
  readonly name: string;
  /** Folder under schema/operations: who it is for. */
  readonly room: string;
  readonly text: string;
}

/** Registered operations by hash. */
export type OperationRegistry = ReadonlyMap<string, RegisteredOperation>;

const manifestName = 'manifest.json';
const manifestSchema = z.object({
  operations: z.array(z.object({ hash: z.string(), name: z.string(), room: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** SHA-256 of a document's text, bare hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads every `.graphql` below `folder` (one level of rooms), sorted, so that what is made of them is stable. */
export const readOperationFiles = (folder: string): RegisteredOperation[] => {
  if (!existsSync(folder)) return [];
  const rooms = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return rooms.flatMap((room) =>
    readdirSync(`${folder}/${room}`)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => {
        const text = readFileSync(`${folder}/${room}/${file}`, 'utf8');
        return { hash: hashOf(text), name: file.replace(/\.graphql$/, ''), room, text };
      }),
  );
};

/** What is checked in beside the operations: the list a deployment promises to answer. */
export const manifestOf = (operations: readonly RegisteredOperation[]): string =>
  `${JSON.stringify({ operations: operations.map(({ hash, name, room }) => ({ hash, name, room })) }, null, 2)}\n`;

/** True when the manifest names exactly the operations that are there. */
export const isManifestFresh = (folder: string): boolean => {
  const path = `${folder}/${manifestName}`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text === manifestOf(readOperationFiles(folder));
};

/** The manifest is missing, unreadable or not that of the files beside it. */
export class StaleManifest extends Error {
  override readonly name = 'StaleManifest';
}

/** Reads the registry of a deployment; a stale manifest stops the start, because clients hold hashes of the old one. */
export const readRegistry = (folder: string): OperationRegistry => {
  const operations = readOperationFiles(folder);
  const path = `${folder}/${manifestName}`;
  const manifest: Manifest = existsSync(path)
    ? manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    : { operations: [] };
  const promised = new Set(manifest.operations.map(({ hash }) => hash));
  const missing = operations.find(({ hash }) => !promised.has(hash));
  if (missing || promised.size !== operations.length) {
    throw new StaleManifest(
      'schema/operations/manifest.json does not fit the operations beside it: run "npm run operations" and commit the result.',
    );
  }
  return new Map(operations.map((operation) => [operation.hash, operation]));
};
