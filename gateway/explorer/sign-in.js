const document = `mutation ExplorerSignIn($input: SignInInput!) {
  signIn(input: $input) { authentication { accessToken } userErrors { message } }
}`;

/** Signs in with a demo account; answers with the token, or with the reason why not. */
export const signIn = async (endpoint, { label, email, password }) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { input: { email, password } } }),
  });
  const { data, errors } = await response.json();
  const token = data?.signIn?.authentication?.accessToken;
  if (token) return { token, status: `signed in as ${label}` };
  const [reason] = [...(data?.signIn?.userErrors ?? []), ...(errors ?? [])];
  return { status: reason?.message ?? 'sign-in failed' };
};
