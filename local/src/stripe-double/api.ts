import { randomUUID } from 'node:crypto';
import type { Engine } from './engine.ts';
import { invalidParam, rateLimited, StripeError, unauthorized } from './errors.ts';
import { render } from './expand.ts';
import type { Fault, Faults } from './faults.ts';
import { FormBodyError, type FormTree, parseForm } from './form-body.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import { nowSeconds, randomText } from './ids.ts';
import { Params, refuseRawCards } from './params.ts';
import { requireAccess } from './resources/accounts.ts';
import { apiRouter } from './resources/index.ts';
import type { Match } from './router.ts';
import type { Outgoing, WebhookDispatch } from './webhooks/dispatch.ts';
import { API_VERSION, PLATFORM_ACCOUNT, type Work } from './work.ts';

/** One request under `/v1`, read to its end. Header names are lower case. */
export interface ApiRequest {
  method: string;
  path: string;
  query: string;
  body: string;
  header: (name: string) => string | undefined;
}

/** What the HTTP layer must do: answer, or leave the caller in the dark. */
export type ApiOutcome =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string; after: () => void }
  | { kind: 'drop' | 'hang'; after: () => void };

interface ApiParts {
  engine: Engine;
  faults: Faults;
  keys: IdempotencyKeys;
  dispatch: WebhookDispatch;
  log: (message: string) => void;
}

interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
  outgoing?: readonly Outgoing[];
}

interface Identified {
  id: string;
  account: string;
  key: string | undefined;
  match: Match;
  tree: FormTree;
}

const DO_NOTHING = () => undefined;

function errorBody(error: StripeError): string {
  return JSON.stringify({ error: error.body });
}

function injected(status: number): StripeError {
  const message = 'An error occurred on our end (asked for through the control API).';
  return new StripeError(status, { type: 'api_error', message });
}

function secretKey(authorization: string | undefined): string | undefined {
  const [scheme, value = ''] = authorization?.split(' ') ?? [];
  if (scheme === 'Bearer') return value;
  // curl -u sk_test_x: sends the key as the user name.
  if (scheme === 'Basic') return Buffer.from(value, 'base64').toString('utf8').split(':')[0];
  return undefined;
}

/** The `/v1` pipeline: who asks, what for, has it been answered before, what should go wrong, and the effect. */
export class Api {
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
  }

  async handle(request: ApiRequest): Promise<ApiOutcome> {
    const id = `req_${randomText(14)}`;
    const fault = this.#parts.faults.take(request.method, request.path);
    if (fault?.kind === 'timeout_before') return { kind: fault.by, after: DO_NOTHING };
    const answer = await this.#answer(request, id, fault);
    const after = () => this.#parts.dispatch.afterResponse(answer.outgoing ?? []);
    if (fault?.kind === 'timeout_after') return { kind: fault.by, after };
    const key = request.header('idempotency-key');
    const account = request.header('stripe-account');
    const headers = {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache, no-store',
      'Request-Id': id,
      'Stripe-Version': request.header('stripe-version') ?? API_VERSION,
      ...(key ? { 'Idempotency-Key': key } : {}),
      ...(account ? { 'Stripe-Account': account } : {}),
      ...answer.headers,
    };
    return { kind: 'answer', status: answer.status, headers, body: answer.body, after };
  }

  async #answer(request: ApiRequest, id: string, fault: Fault | undefined): Promise<Answer> {
    try {
      const identified = this.#identify(request, id);
      if (fault?.kind === 'rate_limit') throw rateLimited();
      if (fault?.kind === 'respond' && fault.effect === 'none' && !fault.stored) throw injected(fault.status);
      const isKeyed = request.method === 'POST' && identified.key !== undefined;
      return isKeyed
        ? await this.#keyed(request, identified, fault)
        : await this.#execute(identified, fault, undefined);
    } catch (error) {
      const known = error instanceof StripeError ? error : this.#defect(error);
      return { status: known.status, body: errorBody(known) };
    }
  }

  #defect(error: unknown): StripeError {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#parts.log(`stripe double: ${reason}`);
    const message = 'The double failed to handle this request; its log says why.';
    return new StripeError(500, { type: 'api_error', message });
  }

  #identify(request: ApiRequest, id: string): Identified {
    const secret = secretKey(request.header('authorization'));
    if (!secret || !/^(sk|rk)_test_/.test(secret)) throw unauthorized(secret);
    const match = apiRouter.match(request.method, request.path);
    if (!match) {
      const message = `Unrecognized request URL (${request.method}: ${request.path}). The double does not serve it.`;
      throw new StripeError(404, { type: 'invalid_request_error', message }, { executed: false });
    }
    const account = request.header('stripe-account') ?? PLATFORM_ACCOUNT;
    requireAccess(this.#parts.engine.begin(PLATFORM_ACCOUNT), account);
    try {
      // DELETE may carry its parameters either way.
      const text = request.method === 'POST' ? request.body : request.query || request.body;
      const tree = parseForm(text);
      refuseRawCards(tree);
      return { id, account, key: request.header('idempotency-key'), match, tree };
    } catch (error) {
      if (error instanceof FormBodyError) throw invalidParam(error.message, 'body');
      throw error;
    }
  }

  async #keyed(request: ApiRequest, identified: Identified, fault: Fault | undefined): Promise<Answer> {
    const { account, match, id } = identified;
    const key = identified.key || randomUUID();
    const content = `${request.path}\n${request.body}`;
    const endpoint = `${request.method} ${match.pattern}`;
    const claim = this.#parts.keys.claim({ account, endpoint, key, content });
    if (claim.replay) {
      const { status, body, requestId } = claim.replay;
      await this.#parts.engine.flushed();
      return { status, body, headers: { 'Idempotent-Replayed': 'true', 'Original-Request': requestId } };
    }
    try {
      return await this.#execute(identified, fault, {
        scope: claim.scope,
        fingerprint: claim.fingerprint,
        requestId: id,
      });
    } finally {
      this.#parts.keys.release(claim.scope);
    }
  }

  async #execute(
    identified: Identified,
    fault: Fault | undefined,
    claim: { scope: string; fingerprint: string; requestId: string } | undefined,
  ): Promise<Answer> {
    const { engine, dispatch } = this.#parts;
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const attempt = this.#attempt(identified);
    let { work, status, body, isExecuted } = attempt;
    if (fault?.kind === 'respond') {
      const failure = injected(fault.status);
      if (fault.effect === 'none') work = engine.begin(identified.account);
      // Without `stored` the key keeps the true answer, so that a retry finds out what happened.
      const shown = { status: failure.status, body: errorBody(failure) };
      if (fault.stored) ({ status, body } = shown);
      const outgoing = await engine.commit(work, claim && { ...claim, status, body, at: nowSeconds() });
      await dispatch.beforeResponse(outgoing);
      return { ...shown, outgoing };
    }
    const kept = claim && isExecuted ? { ...claim, status, body, at: nowSeconds() } : undefined;
    const outgoing = await engine.commit(work, kept);
    await dispatch.beforeResponse(outgoing);
    return { status, body, outgoing };
  }

  /** Runs the handler against a unit of work. A refusal leaves an empty one behind, unless its effects are to be kept. */
  #attempt(identified: Identified): { work: Work; status: number; body: string; isExecuted: boolean } {
    const { engine } = this.#parts;
    const { account, match, tree, id, key } = identified;
    const begin = () => engine.begin(account, { id, idempotency_key: key ?? null });
    const work = begin();
    try {
      const params = new Params(tree);
      const expand = params.list('expand') ?? [];
      const result = match.handler(work, params, ...match.ids);
      const body = JSON.stringify(render(work, result, expand));
      return { work, status: 200, body, isExecuted: true };
    } catch (error) {
      const known = error instanceof StripeError ? error : this.#defect(error);
      const left = known.keepsEffects ? work : begin();
      return { work: left, status: known.status, body: errorBody(known), isExecuted: known.executed };
    }
  }
}
