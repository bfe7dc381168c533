import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';

/** A person of the demo market. */
export interface DemoAccount {
  readonly email: string;
  readonly displayName: string;
  /** What this account is for, shown at the start and in the explorer. */
  readonly purpose: string;
}

/** One password for all of them; they exist only where the demo market was seeded. */
export const demoPassword = 'vitrina demo 2026';

export const admin: DemoAccount = {
  email: 'admin@vitrina.example',
  displayName: 'Ada Admin',
  purpose: 'runs the market',
};
export const owner: DemoAccount = {
  email: 'owner@vitrina.example',
  displayName: 'Olga Owner',
  purpose: 'owns every demo shop',
};
export const buyer: DemoAccount = { email: 'buyer@vitrina.example', displayName: 'Boris Buyer', purpose: 'buys' };
const support: DemoAccount = { email: 'support@vitrina.example', displayName: 'Sami Support', purpose: 'helps people' };

/** Staff of the first two shops, one per role. */
export const staff: readonly (DemoAccount & { readonly role: string })[] = [
  { email: 'manager@vitrina.example', displayName: 'Mila Manager', purpose: 'manages a shop', role: 'MANAGER' },
  { email: 'editor@vitrina.example', displayName: 'Egor Editor', purpose: 'edits products', role: 'CATALOG_EDITOR' },
  { email: 'fulfilment@vitrina.example', displayName: 'Fedor Fulfilment', purpose: 'ships orders', role: 'FULFILMENT' },
  { email: 'finance@vitrina.example', displayName: 'Faina Finance', purpose: 'reads payments', role: 'FINANCE' },
];

/** Everybody, for the list that is printed. */
export const demoAccounts: readonly DemoAccount[] = [admin, owner, buyer, support, ...staff];

interface SignedIn {
  readonly token: string;
  readonly userId: string;
}

const authentication = `authentication { accessToken user { id } } ${userErrorFields}`;
type Payload = { authentication: { accessToken: string; user: { id: string } } | null; userErrors: UserError[] };

/** Signs an account in; undefined when there is none with this password. */
export const signIn = async (client: SeedClient, { email }: DemoAccount): Promise<SignedIn | undefined> => {
  const { signIn: payload } = await client.ask<{ signIn: Payload }>(
    `mutation SeedSignIn($input: SignInInput!) { signIn(input: $input) { ${authentication} } }`,
    {
      input: { email, password: demoPassword, transport: 'BODY' },
    },
  );
  return payload.authentication
    ? { token: payload.authentication.accessToken, userId: payload.authentication.user.id }
    : undefined;
};

const signUp = async (client: SeedClient, account: DemoAccount): Promise<void> => {
  const { signUp: payload } = await client.ask<{ signUp: Payload }>(
    `mutation SeedSignUp($input: SignUpInput!) { signUp(input: $input) { ${authentication} } }`,
    {
      input: {
        email: account.email,
        password: demoPassword,
        displayName: account.displayName,
        locale: 'ru',
        transport: 'BODY',
      },
    },
  );
  assertAccepted(payload.userErrors, `sign up ${account.email}`);
};

const confirm = `mutation SeedConfirm($input: ConfirmUserEmailInput!) { confirmUserEmail(input: $input) { ${userErrorFields} } }`;
const grant = `mutation SeedGrant($input: GrantRoleInput!) { grantRole(input: $input) { ${userErrorFields} } }`;

const ensureAccount = async (client: SeedClient, asAdmin: SeedClient, account: DemoAccount): Promise<SignedIn> => {
  const known = await signIn(client, account);
  if (known) return known;
  await signUp(client, account);
  const made = await signIn(client, account);
  if (!made) throw new Error(`${account.email} signed up but cannot sign in.`);
  const { confirmUserEmail } = await asAdmin.ask<{ confirmUserEmail: { userErrors: UserError[] } }>(confirm, {
    input: { userId: made.userId },
  });
  assertAccepted(confirmUserEmail.userErrors, `confirm ${account.email}`);
  return made;
};

const homeAddress = {
  name: 'Борис Покупатель',
  line1: 'Невский проспект, 28',
  city: 'Санкт-Петербург',
  region: 'Санкт-Петербург',
  postalCode: '191186',
  country: 'RU',
  phone: '+78123120000',
};

const ensureAddress = async (client: SeedClient): Promise<void> => {
  const { viewer } = await client.ask<{ viewer: { addresses: unknown[] } }>(
    'query SeedAddresses { viewer { addresses { id } } }',
  );
  if (viewer.addresses.length > 0) return;
  const { addAddress } = await client.ask<{ addAddress: { userErrors: UserError[] } }>(
    `mutation SeedAddress($input: AddAddressInput!) { addAddress(input: $input) { ${userErrorFields} } }`,
    { input: { address: homeAddress, makeDefault: true } },
  );
  assertAccepted(addAddress.userErrors, 'address of the buyer');
};

/** Makes sure everybody exists and may do what they are for; staff get their shops later. */
export const ensureAccounts = async (
  client: SeedClient,
): Promise<{ admin: SeedClient; owner: () => Promise<SeedClient> }> => {
  const root = await signIn(client, admin);
  if (!root) throw new Error(`${admin.email} cannot sign in; the bootstrap administrator is missing.`);
  const asAdmin = client.as(root.token);
  await ensureAccount(client, asAdmin, owner);
  const helper = await ensureAccount(client, asAdmin, support);
  const { grantRole } = await asAdmin.ask<{ grantRole: { userErrors: UserError[] } }>(grant, {
    input: { userId: helper.userId, role: 'SUPPORT' },
  });
  assertAccepted(grantRole.userErrors, 'role of support');
  const customer = await ensureAccount(client, asAdmin, buyer);
  await ensureAddress(client.as(customer.token));
  for (const member of staff) await ensureAccount(client, asAdmin, member);
  return {
    admin: asAdmin,
    // Signed in anew when called: grants of shops opened meanwhile are then seen at once.
    owner: async () => {
      const signed = await signIn(client, owner);
      if (!signed) throw new Error(`${owner.email} cannot sign in.`);
      return client.as(signed.token);
    },
  };
};
