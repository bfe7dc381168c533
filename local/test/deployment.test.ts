import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { infrastructureConfig, processConfig } from '@vitrina/platform/hosting';
import { objectsConfig } from '@vitrina/platform/objects';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planProcesses } from '../src/distributed/start-market.ts';
import { contexts } from '../src/market/contexts.ts';
import { projectRoot, readLocalConfig } from '../src/market/local-config.ts';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'vitrina:latest');

describe('docker-compose.yml', () => {
  it('runs every context as a subgraph and a worker, and the gateway, by the entry points that are there', () => {
    const wanted = [...contexts.flatMap(({ name }) => [name, `${name}-worker`]), 'gateway'];
    expect(ours.map(([name]) => name).sort()).toEqual(wanted.sort());
    for (const [, { command }] of ours) expect(() => read(command?.at(-1) ?? '')).not.toThrow();
  });

  it('runs the very processes that start:distributed runs with two gateways, each told the same by the same variables', async () => {
    const config = readLocalConfig({ VITRINA_GATEWAYS: '2' });
    const { subgraphs, workers, gateway, furtherGateways } = await planProcesses(config, {});
    for (const plan of [...subgraphs, ...workers, gateway]) {
      const { command = [], environment = {} } = compose.services[plan.name] ?? {};
      expect(command, plan.name).toEqual(['node', '--import', './platform/src/process/typescript.mjs', plan.entry]);
      // Containers have addresses of their own, so that ports and hosts stay what they are by default.
      const told = Object.keys(plan.env).filter((name) => !['VITRINA_HOST', 'VITRINA_PORT'].includes(name));
      expect(Object.keys(environment), plan.name).toEqual(expect.arrayContaining(told));
      const owner = plan.name.replace('-worker', '').toUpperCase();
      expect(environment['VITRINA_SIGNING_KEY'], plan.name).toMatch(new RegExp(`^\\$\\{SIGNING_KEY_${owner}:\\?`));
    }
    expect(ours).toHaveLength(subgraphs.length + workers.length + 1);
    expect(compose.services['gateway']?.deploy?.replicas).toBe(1 + furtherGateways.length);
    const names = (list = ''): string[] => list.split(',').map((place) => place.split('=')[0] ?? '');
    expect(names(compose.services['gateway']?.environment?.['VITRINA_SUBGRAPHS'])).toEqual(
      names(gateway.env['VITRINA_SUBGRAPHS']),
    );
  });

  it('gives every process what it needs to start, and nothing a process does not know', () => {
    const needed = Object.entries(processConfig.shape)
      .filter(([, field]) => !field.safeParse(undefined).success)
      .map(([name]) => name);
    for (const [name, { environment = {} }] of ours) {
      expect(Object.keys(environment), name).toEqual(expect.arrayContaining([...needed, 'VITRINA_REDIS_URL']));
      const context = contexts.find((candidate) => candidate.name === name.replace('-worker', ''));
      const known = new Set([
        ...Object.keys(processConfig.shape),
        ...Object.keys(infrastructureConfig.shape),
        ...Object.keys(context?.config.shape ?? {}),
      ]);
      const unknown = Object.keys(environment).filter((variable) => !known.has(variable));
      if (name !== 'gateway') expect(unknown, name).toEqual([]);
    }
  });

  it('checks the health of every container, pins every image and waits for what it stands on', () => {
    for (const [name, service] of services) {
      expect(service.healthcheck?.test.length, name).toBeGreaterThan(1);
      expect(service.image, name).toMatch(/:[\w.-]+$/);
      if (!ours.some(([own]) => own === name)) expect(service.image, name).not.toMatch(/:latest$/);
      for (const dependency of Object.keys(service.depends_on ?? {}))
        expect(compose.services).toHaveProperty(dependency);
    }
  });

  it('has no secret in it: every password is asked for by name, and example.env lists it', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map((match) => match[1] ?? '');
    const listed = read('local/compose/example.env');
    for (const name of new Set(asked)) {
      if (!/^SIGNING_KEY_|^VITRINA_JWKS$/.test(name)) expect(listed).toContain(`${name}=`);
    }
    expect(asked).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'VITRINA_STRIPE_KEY']));
  });
});

describe('files in docker-compose.yml', () => {
  const nginx = read('local/compose/nginx.conf');
  const locationOf = (path: string): string =>
    new RegExp(`location ${path} \\{([\\s\\S]*?)\\n    \\}`).exec(nginx)?.[1] ?? '';
  const shared = compose.services['gateway']?.environment ?? {};

  it('lie in buckets that are made before any process starts, the same for all of them', () => {
    expect(
      objectsConfig.safeParse({ ...shared, VITRINA_GATEWAY_URL: 'http://a', VITRINA_S3_PUBLIC_ENDPOINT: 'http://b' })
        .success,
    ).toBe(true);
    const setup = read('local/compose/objects-setup.sh');
    for (const name of ['VITRINA_S3_PRIVATE_BUCKET', 'VITRINA_S3_PUBLIC_BUCKET']) {
      expect(setup).toContain(`market/${shared[name]}`);
      for (const [service, { environment }] of ours) expect(environment?.[name], service).toBe(shared[name]);
    }
    expect(setup).not.toMatch(/anonymous.*vitrina-private/);
    for (const [name, { depends_on = {} }] of ours)
      expect(depends_on['objects-setup']?.condition, name).toBe('service_completed_successfully');
  });

  it('that are public come through a cache of slices, from the public bucket', () => {
    const media = locationOf('/media/');
    expect(media).toContain(`proxy_pass http://objects/${shared['VITRINA_S3_PUBLIC_BUCKET']}/;`);
    for (const directive of ['slice 1m;', 'proxy_cache_key $uri$slice_range;', 'proxy_set_header Range $slice_range;'])
      expect(media).toContain(directive);
    expect(media).toMatch(/proxy_cache_valid 200 206 /);
    expect(nginx).toContain('keys_zone=media:');
  });

  it('arrive unbuffered and unlimited by nginx, all requests of one at the same gateway', () => {
    expect(locationOf('/uploads')).toContain('proxy_request_buffering off;');
    expect(locationOf('/uploads')).toContain('client_max_body_size 0;');
    expect(nginx).toContain('hash $upload consistent;');
  });

  it('that are not complete live longer than their tokens', () => {
    const hours = /^(\d+)h$/.exec(
      compose.services['objects']?.environment?.['MINIO_API_STALE_UPLOADS_EXPIRY'] ?? '',
    )?.[1];
    expect(Number(hours)).toBeGreaterThan(7 * 24);
  });

  it('have blocks in nginx.conf that are closed', () => {
    const bare = nginx.replace(/#.*$/gm, '').replace(/"[^"]*"/g, '');
    const count = (sign: RegExp): number => bare.match(sign)?.length ?? 0;
    expect(count(/\{/g)).toBe(count(/\}/g));
  });
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));

  it('builds from a pinned Node 24, installs from the lockfile and does not run as root', () => {
    expect(lines.filter((line) => line.startsWith('FROM')).every((line) => /^FROM node:24\.\d+\.\d+-/.test(line))).toBe(
      true,
    );
    expect(lines.some((line) => line.includes('pnpm install --frozen-lockfile'))).toBe(true);
    expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex((line) => line.startsWith('CMD')));
  });

  it('copies the manifest of every package it installs', () => {
    for (const { name } of contexts) expect(lines).toContain(`COPY subgraphs/${name}/package.json subgraphs/${name}/`);
    expect(lines).toContain('COPY patches patches');
  });
});
