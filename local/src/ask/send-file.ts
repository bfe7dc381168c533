import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

interface Ticket {
  readonly tusUrl: string;
  readonly token: string;
}

/** Puts a file's name and size into the input of a mutation that opens an upload. */
export const announceFile = async (
  path: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const { size } = await stat(path);
  const input = typeof variables['input'] === 'object' ? variables['input'] : {};
  return { ...variables, input: { ...input, fileName: basename(path), sizeBytes: size } };
};

const isTicket = (value: object): value is Ticket => 'tusUrl' in value && 'token' in value;

/** The ticket somewhere in an answer; undefined when it was refused, which the answer itself says. */
export const ticketIn = (answer: unknown): Ticket | undefined => {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if (isTicket(answer)) return answer;
  for (const value of Object.values(answer)) {
    const found = ticketIn(value);
    if (found) return found;
  }
  return undefined;
};

/** Sends a file by the ticket in the answer, resuming after a cut, and tells how far it is. */
export const sendByTicket = async (path: string, answer: unknown): Promise<void> => {
  const ticket = ticketIn(answer);
  if (!ticket) return;
  const { size } = await stat(path);
  // Few commands send a file, and all the others would wait for it to be loaded.
  const { Upload } = await import('tus-js-client');
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: ticket.tusUrl,
      uploadSize: size,
      chunkSize: 8 * 1024 * 1024,
      headers: { authorization: `Bearer ${ticket.token}` },
      retryDelays: [0, 500, 1_000, 2_000, 5_000, 10_000],
      onProgress: (sent) => process.stderr.write(`\r${basename(path)}: ${Math.floor((sent / size) * 100)} %`),
      onError: reject,
      onSuccess: () => resolve(),
    });
    upload.start();
  });
  process.stderr.write('\n');
};
