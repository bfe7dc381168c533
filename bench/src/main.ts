import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benches } from './benches.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const [name] = positionals;
const bench = benches.find((one) => one.name === name);

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (!bench) {
  print(name ? `There is no bench "${name}".\n` : '');
  print('Usage: npm run bench -- NAME [--quick]\n');
  for (const one of benches) print(`  ${one.name.padEnd(14)} ${one.proves}`);
  process.exit(name ? 1 : 0);
}

const started = Date.now();
const tell = (step: string): void =>
  void process.stderr.write(`${((Date.now() - started) / 1_000).toFixed(1).padStart(7)} s  ${step}\n`);

print(
  `${bench.name}: ${bench.proves}\n  ${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}${values.quick ? ', QUICK: not a measurement' : ''}`,
);
try {
  // Figures of a machine that is busy with something else say little; the reader has to know.
  print(
    `  load average before: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  const verdicts = await bench.run({ quick: values.quick, tell, print });
  for (const { what, reached } of verdicts) print(`  ${reached ? 'reached' : 'MISSED '} ${what}`);
  // A quick run is too short to judge anything by; it fails only when the data was wrong.
  if (!values.quick && verdicts.some(({ reached }) => !reached)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(
    `\n${bench.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
process.exit();
