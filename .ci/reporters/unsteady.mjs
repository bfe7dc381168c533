// vitest --reporter=./.ci/reporters/unsteady.mjs: names every test that passed, though not on its first try. A second try
// keeps a stall of the machine from failing a whole run; without this list it would also hide what is broken now and then.
import { appendFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How many characters of an error are told. */
const errorLength = 200;

const firstLine = ({ name, message = '' }) => {
  const [line] = stripVTControlCharacters(message).trim().split('\n');
  return `${name ? `${name}: ` : ''}${line}`.slice(0, errorLength);
};

/** One line: the file, the test's name with what it stands in, and what its first try died of. */
const lineOf = (test) => {
  const [first = { message: 'its error was not kept' }] = test.result().errors ?? [];
  return `  ${test.module.relativeModuleId} > ${test.fullName.replace(/\s+/g, ' ')} | ${firstLine(first)}`;
};

/** Prints the list at the end of a run, and adds it to the file that `VITRINA_UNSTEADY` names, if it does. */
export default class UnsteadyReporter {
  onTestRunEnd(modules) {
    const lines = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.diagnostic()?.flaky)
      .map(lineOf);
    process.stdout.write(`${[`\nunsteady (passed on a later try): ${lines.length}`, ...lines].join('\n')}\n`);
    const list = process.env.VITRINA_UNSTEADY;
    if (list) appendFileSync(list, lines.map((line) => `${line}\n`).join(''));
  }
}
