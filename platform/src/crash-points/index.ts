/**
 * Named places where a crash test may kill the process: `VITRINA_CRASH_POINT=orders.authorise.after-call` kills the
 * process with SIGKILL the first time that place is reached, `name:3` the third time. Unset, it costs one comparison.
 */
const armed = process.env['VITRINA_CRASH_POINT'];
const [armedName, armedCount = '1'] = armed ? armed.split(':') : [];
let hits = 0;

/** Marks a place between two effects; see the module's comment. */
export const crashPoint = (name: string): void => {
  if (armedName === undefined || armedName !== name) return;
  hits += 1;
  if (hits >= Number(armedCount)) process.kill(process.pid, 'SIGKILL');
};
