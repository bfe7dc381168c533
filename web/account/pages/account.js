// The pages behind mailed links: sends the registered operation of a form and says how it went, in the page's language.
// Nothing of another origin is loaded or called, and the token leaves the address bar before anything else happens.
const outcome = document.getElementById('outcome');
const address = new URL(location.href);
const token = address.searchParams.get('token') ?? '';

// Kept for a reload and for the other language, but out of the history and out of what a copied address would show.
const kept = token || (history.state?.token ?? '');
address.searchParams.delete('token');
history.replaceState({ token: kept }, '', address);

const say = (text) => {
  outcome.textContent = text;
  outcome.focus();
};

/** The sentence of this page for a code; the service's own where the page has none. */
const sentenceFor = (code, message) =>
  document.querySelector(`template[data-error="${CSS.escape(code)}"]`)?.content.textContent ??
  message ??
  document.querySelector('template[data-error="OTHER"]').content.textContent;

/** Runs a registered operation; resolves with the first refusal, or nothing when it was done. */
const run = async (hash, input) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      variables: { input },
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
  });
  const { data, errors } = await response.json();
  if (errors?.length) return { code: errors[0].extensions?.code ?? 'OTHER' };
  return Object.values(data)[0].userErrors[0];
};

const submit = async (form) => {
  const button = form.querySelector('button');
  const input = Object.fromEntries([...new FormData(form)]);
  if ('token' in form.dataset) input.token = kept;
  if (input.token === '') return say(sentenceFor('MISSING'));
  button.disabled = true;
  // A lost connection is the same to the reader as a service that does not answer.
  const refusal = await run(form.dataset.operation, input).catch(() => ({ code: 'UNAVAILABLE' }));
  button.disabled = false;
  if (refusal) return say(sentenceFor(refusal.code, refusal.message));
  form.hidden = true;
  say(form.querySelector('template[data-done]').content.textContent);
  // What is done is not done twice: the link has been used.
  if ('token' in form.dataset) document.getElementById('again')?.remove();
};

for (const form of document.forms)
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form);
  });

document.getElementById('show')?.addEventListener('change', ({ target }) => {
  document.getElementById('password').type = target.checked ? 'text' : 'password';
});

// The other language gets the token from the link itself, at the moment it is followed.
document.getElementById('language').addEventListener('click', ({ currentTarget }) => {
  const target = new URL(currentTarget.href);
  if (kept) target.searchParams.set('token', kept);
  currentTarget.href = target;
});
