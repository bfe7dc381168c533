import type { Actor } from '@vitrina/platform/auth';
import { satisfies } from '@vitrina/platform/subgraph';
import type { GraphQLError } from 'graphql';
import { refusal } from '../errors/graphql-errors.ts';
import type { GuardedField } from '../planning/read-selection.ts';

/**
 * Refuses an operation that selects a field its caller may not use, before it is planned. The operation is never
 * rewritten per caller: plans are shared. Subgraphs check again, so this is courtesy and thrift, not the guard.
 */
export const refuseForbiddenField = (guarded: readonly GuardedField[], actor: Actor): GraphQLError | undefined => {
  const field = guarded.find(({ scopes }) => !satisfies(actor, scopes));
  if (!field) return undefined;
  const details = { path: field.path, extensions: { coordinate: field.coordinate } };
  return actor.kind === 'anonymous'
    ? refusal(
        'UNAUTHENTICATED',
        `Sign in to use "${field.coordinate}": send "Authorization: Bearer <access token>".`,
        details,
      )
    : refusal(
        'FORBIDDEN',
        `"${field.coordinate}" needs one of: ${field.scopes.join(', ')}. Ask for that right or leave the field out.`,
        details,
      );
};
