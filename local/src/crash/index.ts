/** The crash test: the public surface of this folder. */

export { type Fleet, startFleet } from './fleet.ts';
export { judge, type Verdict } from './judge.ts';
export { type Kill, killAtRandom, killRepeatedly } from './kills.ts';
export { wholeMarket } from './lives.ts';
export { troubleProvider } from './provider-faults.ts';
export { quietWithinMs, untilQuiet } from './quiet.ts';
export { freePort, type Stage, setUpStage } from './stage.ts';
export { startTraffic, type Traffic } from './traffic.ts';
export { describeViolations } from './violation.ts';
