import { demoPassword, owner } from '../../../local/src/seed/push/index.ts';
import { BenchFailed } from '../bench.ts';
import { clientOf, signInAs } from '../market/client.ts';

/** Somebody who talks. */
export interface Person {
  readonly email: string;
  readonly token: string;
}

const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { userErrors { code message } } }';
const emailOf = (index: number): string => `chat-${index}@bench.example`;

/** Signs buyers in, making those that are not there yet. */
export const openBuyers = async (gateway: string, count: number): Promise<Person[]> => {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const email = emailOf(index);
    const input = { email, password: demoPassword, displayName: `Buyer ${index}`, locale: 'ru', transport: 'BODY' };
    const known = await signInAs(gateway, email).catch((error: unknown) => {
      if (error instanceof BenchFailed) return undefined;
      throw error;
    });
    if (known === undefined) await clientOf(gateway).ask(signUp, { input });
    people.push({ email, token: known ?? (await signInAs(gateway, email)) });
  }
  return people;
};

/** Signs the owner of the demo's shops in, who answers for all of them. */
export const openShopSide = async (gateway: string): Promise<Person> => ({
  email: owner.email,
  token: await signInAs(gateway, owner.email),
});
