import { actorKey, hasScope, type Identity } from '@vitrina/platform/auth';
import { networkOf, type RateLimiter } from '@vitrina/platform/rate-limit';
import { GraphQLError, getVariableValues, OperationTypeNode } from 'graphql';
import { refuseForbiddenField } from '../edge-auth/check-access.ts';
import { refusal } from '../errors/graphql-errors.ts';
import { refuseCardInVariables } from '../limits/refuse-card-numbers.ts';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { pointsAhead } from './points-ahead.ts';

/** What a deployment allows. */
export interface PolicyOptions {
  /** Most objects one operation may make services resolve. */
  readonly maxCost: number;
  /** Objects per minute and caller; an address has five times that, so an office behind one address is not locked out. */
  readonly pointsPerMinute: number;
  /** Who may introspect. */
  readonly introspection: 'admins' | 'everyone';
  readonly rateLimiter?: RateLimiter | undefined;
}

/** One request about to be executed. */
export interface Request {
  readonly identity: Identity;
  readonly ip: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** How the request came: subscriptions are for sockets. */
  readonly transport: 'http' | 'websocket';
}

/** Decides whether a valid operation runs; throws the refusal, gives the coerced variables. */
export type Policy = (prepared: PreparedOperation, request: Request) => Promise<Variables>;

const offices = 5;

const coerce = (prepared: PreparedOperation, given: Readonly<Record<string, unknown>>): Variables => {
  const { coerced, errors } = getVariableValues(
    prepared.supergraph.schema,
    prepared.operation.variableDefinitions ?? [],
    given,
    { maxErrors: 10 },
  );
  const [first] = errors ?? [];
  if (!first) return coerced as Variables;
  throw new GraphQLError((errors ?? []).map(({ message }) => message).join(' '), {
    nodes: first.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
};

const refuseTransport = (prepared: PreparedOperation, { transport }: Request): void => {
  if (transport === 'http' && prepared.kind === OperationTypeNode.SUBSCRIPTION) {
    throw refusal(
      'SUBSCRIPTION_OVER_HTTP',
      'Subscriptions are served over WebSocket: connect to this address with the "graphql-transport-ws" protocol.',
    );
  }
};

/** Makes the policy. Every check here comes before planning. */
export const createPolicy = (options: PolicyOptions): Policy => {
  const perCaller = { name: 'gateway.caller', points: options.pointsPerMinute, windowSeconds: 60 };
  const perAddress = { name: 'gateway.address', points: options.pointsPerMinute * offices, windowSeconds: 60 };

  const { rateLimiter } = options;
  const spendAtAddress = rateLimiter && pointsAhead(rateLimiter, perAddress);
  const spendOfCaller = rateLimiter && pointsAhead(rateLimiter, perCaller);

  const spend = async ({ identity, ip }: Request, cost: number): Promise<void> => {
    if (!spendAtAddress || !spendOfCaller) return;
    // Both at once: every operation waits for this, and one round trip is shorter than two.
    const atAddress = spendAtAddress(networkOf(ip), cost);
    const ofCaller = identity.actor.kind === 'anonymous' ? undefined : spendOfCaller(actorKey(identity), cost);
    const spent = await Promise.all([atAddress, ofCaller]);
    const refused = spent.find((one) => one && !one.allowed);
    if (!refused) return;
    const seconds = Math.max(1, Math.ceil(refused.retryAfterSeconds));
    throw refusal(
      'RATE_LIMITED',
      `Too much was asked for in the last minute; wait ${seconds} seconds, and ask for fewer objects at a time.`,
      {
        headers: { 'retry-after': String(seconds) },
        extensions: { retryAfterSeconds: seconds },
      },
    );
  };

  return async (prepared, request) => {
    const { actor } = request.identity;
    refuseTransport(prepared, request);
    if (prepared.introspects && options.introspection === 'admins' && !hasScope(actor, 'admin')) {
      throw refusal(
        'INTROSPECTION_DISABLED',
        'Introspection is for signed-in administrators here; the schema is published as schema/api.graphql.',
      );
    }
    const forbidden = refuseForbiddenField(prepared.guarded, actor) ?? prepared.cardInDocument;
    if (forbidden) throw forbidden;
    const given = request.variables ?? {};
    const card = refuseCardInVariables(prepared.supergraph.schema, prepared.operation, given);
    if (card) throw card;
    const variables = coerce(prepared, given);
    const cost = prepared.cost(variables);
    if (cost > options.maxCost) {
      throw refusal(
        'OPERATION_TOO_COSTLY',
        `This operation may touch ${cost} objects and ${options.maxCost} are allowed; ask for smaller pages or fewer nested lists.`,
        {
          extensions: { cost, limit: options.maxCost },
        },
      );
    }
    await spend(request, cost);
    return variables;
  };
};
