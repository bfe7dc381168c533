import { digitRuns } from '../text/digit-runs.ts';
import { fold, resolve } from '../text/fold.ts';
import { hasCardNumber } from './detect-cards.ts';

/** Whether a text has the number of a bank card in it, however it is written: such texts are nowhere stored. */
export const holdsCardNumber = (text: string): boolean => hasCardNumber(digitRuns(resolve(fold(text)), 15));
