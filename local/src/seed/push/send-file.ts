/** A ticket for a small file: one presigned request. */
export interface PutTicket {
  readonly id: string;
  readonly put: {
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
}

/** Fields of a ticket that {@link sendFile} needs. */
export const putTicketFields = 'upload { id put { url headers { name value } } }';

/** Sends a whole file by its ticket, as any client may. */
export const sendFile = async ({ put }: PutTicket, bytes: Buffer, fileName: string): Promise<void> => {
  const headers = Object.fromEntries(put.headers.map(({ name, value }) => [name, value]));
  const response = await fetch(put.url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!response.ok) throw new Error(`The file ${fileName} was not taken: ${await response.text()}`);
};
