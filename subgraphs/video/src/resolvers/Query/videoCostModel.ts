import { AppError } from '@vitrina/platform/errors';
import { completeCostInput, costProblem } from '../../domain/cost-form.ts';
import { volumesOf } from '../../domain/cost-model.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';

const microUsdPerCent = 10_000;

/** Computed anew every time: nothing is read but the input and the table of prices. */
export const videoCostModel: QueryResolvers['videoCostModel'] = (_parent, args) => {
  const { fixedMonthlyMinor, ...given } = args.input;
  const fixedMonthlyMicroUsd = fixedMonthlyMinor == null ? undefined : Number(fixedMonthlyMinor) * microUsdPerCent;
  const input = completeCostInput({ ...given, fixedMonthlyMicroUsd });
  const problem = costProblem(input);
  if (problem) throw new AppError('BAD_USER_INPUT', problem.message, { field: ['input', problem.field] });
  return { ...volumesOf(input), input };
};
