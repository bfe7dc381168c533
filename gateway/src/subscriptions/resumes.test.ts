import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { resumesFromPosition } from './resumes.ts';

const prepared = (text: string): PreparedOperation => {
  const operation = parse(text).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return { operation } as PreparedOperation;
};
const byVariable = prepared('subscription ($seq: Int) { messageAdded(conversationId: "1", afterSeq: $seq) { id } }');

describe('a subscription', () => {
  it.each([
    ['with a position in a variable', byVariable, { seq: 5 }, true],
    ['from the very beginning', byVariable, { seq: 0 }, true],
    ['whose position was left out', byVariable, {}, false],
    ['whose position is null', byVariable, { seq: null }, false],
    ['with a position written out', prepared('subscription { changed(afterVersion: 7) { id } }'), {}, true],
    ['with null written out', prepared('subscription { changed(afterVersion: null) { id } }'), {}, false],
    [
      'with an argument that only sounds like one',
      prepared('subscription { sale(afternoon: true) { id } }'),
      {},
      false,
    ],
    ['behind a fragment', prepared('subscription { ...F } fragment F on S { changed { id } }'), {}, true],
  ])('%s resumes or begins now', (_what, operation, variables, resumes) => {
    expect(resumesFromPosition(operation, variables)).toBe(resumes);
  });
});
