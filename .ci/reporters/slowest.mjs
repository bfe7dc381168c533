// vitest --reporter=./.ci/reporters/slowest.mjs: which test files a run spends its time on. vitest's JSON counts a file from
// its first test on; here the imports count and what is started before that test, which is most of it for some.

/** How many files are told. */
const listed = 10;

const secondsOf = (module) => {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1_000;
};

/** Prints the slowest files at the end of a run, the slowest first, with their seconds. */
export default class SlowestReporter {
  onTestRunEnd(modules) {
    const slowest = modules
      .map((module) => ({ seconds: secondsOf(module), file: module.relativeModuleId }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, listed);
    const lines = slowest.map(({ seconds, file }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`);
    process.stdout.write(`${['\nslowest files:', ...lines].join('\n')}\n`);
  }
}
