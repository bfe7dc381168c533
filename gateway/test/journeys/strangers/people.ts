import { randomUUID } from 'node:crypto';
import { type Client, client, eventually, signIn } from '../client.ts';

interface SignedIn {
  readonly accessToken: string;
  readonly user: { readonly id: string };
}
type Payload<T> = T & { readonly userErrors: readonly { readonly code: string }[] };

const inputOf = (mutation: string): string => `${mutation.replace(/^./, (letter) => letter.toUpperCase())}Input`;

/** Sends a mutation that has to be accepted and gives what was selected of its payload. */
export const act = async <T>(as: Client, mutation: string, input: object, selection: string): Promise<T> => {
  const document = `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { ${selection} userErrors { code field message } } }`;
  const payload = (await as.ask<Record<string, Payload<T>>>(document, { input }))[mutation] as Payload<T>;
  if (payload.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.userErrors)}`);
  return payload;
};

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly client: Client;
  /** Signs in anew: a token knows the shops its person worked in when it was made. */
  readonly again: () => Promise<Client>;
}

/** Somebody nobody knew before, with a proved address. */
export const newPerson = async (name: string): Promise<Person> => {
  const email = `${name}-${randomUUID()}@example.com`;
  const password = 'a quiet harbour 7';
  const signedIn = 'authentication { accessToken user { id } }';
  const { authentication } = await act<{ authentication: SignedIn }>(
    client(),
    'signUp',
    { email, password, displayName: name, transport: 'BODY' },
    signedIn,
  );
  const admin = await signIn('admin@vitrina.example');
  await act(admin, 'confirmUserEmail', { userId: authentication.user.id }, '__typename');
  return {
    id: authentication.user.id,
    email,
    client: client({ accessToken: authentication.accessToken }),
    again: async () => {
      const { authentication: next } = await act<{ authentication: SignedIn }>(
        client(),
        'signIn',
        { email, password, transport: 'BODY' },
        signedIn,
      );
      return client({ accessToken: next.accessToken });
    },
  };
};

/** The person's client once it may act for a shop: identity hears of a new owner a moment later. */
export const ownerOf = (person: Person, shopId: string): Promise<Client> =>
  eventually(person.again, (owner) => owner !== undefined).then((owner) =>
    eventually(
      async () => ({
        owner,
        seen: await owner.ask<{ shop: { staff: unknown[] | null } }>(
          'query ($id: ID!) { shop(id: $id) { staff { id } } }',
          { id: shopId },
        ),
      }),
      ({ seen }) => seen.shop.staff !== null,
    ).then(({ owner: ready }) => ready),
  );
