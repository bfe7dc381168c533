import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { completeCostInput, costProblem } from '../domain/cost-form.ts';
import { type CostInput, defaultCostInput } from '../domain/cost-model.ts';
import { costPlot } from './plot.ts';
import { costTable } from './table.ts';

/** Numbers that can be given, as `--users 10000000`. */
const names = Object.entries(defaultCostInput)
  .filter(([, value]) => typeof value === 'number')
  .map(([name]) => name);

const options = Object.fromEntries([...names, 'plot'].map((name) => [name, { type: 'string' as const }]));

/** Prints the table, and with `--plot <file>` writes the plot. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]]));
  const input: CostInput = completeCostInput(Object.fromEntries(given) as Partial<CostInput>);
  const problem = costProblem(input);
  if (problem) {
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${costTable(input)}\n`);
  const { plot } = values;
  if (typeof plot === 'string') await writeFile(plot, costPlot(input));
};

await main();
