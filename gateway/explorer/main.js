import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createElement as h, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn } from './sign-in.js';

const endpoint = `${location.origin}/graphql`;
const welcome =
  '# Ask the market anything, or open a sample operation above.\n# Subscriptions run over WebSocket, with the same sign-in.\n';

/** One fetcher per token: headers for HTTP, connection_init for the socket. */
const fetcherFor = (token) => {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const wsClient = createClient({ url: endpoint.replace(/^http/, 'ws'), lazy: true, connectionParams: headers });
  return createGraphiQLFetcher({ url: endpoint, headers, wsClient });
};

const Choice = ({ label, options, onChoose }) =>
  h(
    'select',
    { 'aria-label': label, value: '', onChange: (event) => onChoose(options[Number(event.target.value)]) },
    h('option', { value: '', disabled: true }, label),
    options.map((option, index) => h('option', { key: option.label, value: index }, option.label)),
  );

const Explorer = ({ accounts, operations }) => {
  const [session, setSession] = useState({ status: 'not signed in' });
  const [query, setQuery] = useState(welcome);
  const fetcher = useMemo(() => fetcherFor(session.token), [session.token]);
  const choose = async (account) => {
    setSession({ status: `signing in as ${account.label} …` });
    setSession(await signIn(endpoint, account));
  };
  return h(
    'div',
    { style: { display: 'contents' } },
    h(
      'div',
      { className: 'bar' },
      h('strong', null, 'Vitrina'),
      operations.length > 0 &&
        h(Choice, { label: 'Sample operations', options: operations, onChoose: ({ text }) => setQuery(text) }),
      accounts.length > 0 && h(Choice, { label: 'Sign in as a demo account', options: accounts, onChoose: choose }),
      session.token &&
        h('button', { type: 'button', onClick: () => setSession({ status: 'not signed in' }) }, 'Sign out'),
      h('span', { className: 'status', role: 'status' }, session.status),
    ),
    h(
      'div',
      { className: 'editor' },
      h(GraphiQL, { key: query, fetcher, initialQuery: query, defaultEditorToolsVisibility: true }),
    ),
  );
};

const settings = await (await fetch('/explorer/settings.json')).json();
createRoot(document.getElementById('explorer')).render(h(Explorer, settings));
