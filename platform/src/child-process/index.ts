export {
  type ProgramEnd,
  type ProgramLimits,
  ProgramMissing,
  type ProgramOptions,
  type ProgramRun,
} from './contract.ts';
export { findProgram, isRunnable } from './find-program.ts';
export { runProgram } from './run-program.ts';
export { openScratch, type ScratchSpace } from './scratch.ts';
