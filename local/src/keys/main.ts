import { gatewayIssuer } from '@vitrina/platform/auth';
import { contexts } from '../market/contexts.ts';
import { generateKeys } from '../market/keys.ts';

/** Prints a fresh set of signing keys as lines of an env file for docker-compose.yml. Keep it secret. */
const keys = await generateKeys(contexts.map(({ name }) => name));
const lines = [...keys.privateKeys].map(([issuer, jwk]) => {
  const name = issuer === gatewayIssuer ? 'GATEWAY' : issuer.replace('service:', '').toUpperCase();
  return `SIGNING_KEY_${name}='${JSON.stringify(jwk)}'`;
});
process.stdout.write(`${[`VITRINA_JWKS='${JSON.stringify(keys.jwks)}'`, ...lines].join('\n')}\n`);
