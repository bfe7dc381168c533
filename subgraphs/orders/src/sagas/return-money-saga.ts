import { defineSaga } from '@vitrina/platform/saga';
import type { Ports } from '../ports.ts';
import { type ReturnData, returnMoneySagaName } from './return-money/data.ts';
import { returnAgain } from './return-money/return-again.ts';

/**
 * Money that is owed because a refund of it failed, also one whose money came back after it had gone through. It waits
 * among the stuck sagas for a person, whose `resumeSaga` has it returned by another refund.
 */
export const returnMoneySaga = defineSaga<Ports, ReturnData>({ name: returnMoneySagaName, steps: [returnAgain] });
