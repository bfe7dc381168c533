/** Push services of the browsers: Chrome and its kin, Firefox, Edge, Safari. */
const pushServices = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^[a-z0-9-]+\.notify\.windows\.com$/,
  /^(web|[a-z0-9-]+\.web)\.push\.apple\.com$/,
];

/**
 * True when `endpoint` is an address of a known push service. A subscription comes from a client, so without this check
 * our servers would post wherever somebody tells them to. `moreHosts` (`host` or `host:port`) are the operator's own and
 * may also be plain http, which the local market needs.
 */
export const isPushEndpoint = (endpoint: string, moreHosts: readonly string[]): boolean => {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '') return false;
  if (moreHosts.includes(url.host)) return url.protocol === 'https:' || url.protocol === 'http:';
  return url.protocol === 'https:' && url.port === '' && pushServices.some((host) => host.test(url.hostname));
};
