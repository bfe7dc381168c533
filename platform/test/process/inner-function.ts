// Prints the name of a function that another one makes, and whether V8 keeps it as an ordinary one.
const make = () => {
  const inner = (): number => 1;
  return inner;
};

const isOrdinary = new Function('made', 'return %HasFastProperties(made)') as (made: () => number) => boolean;
const made = make();
process.stdout.write(`${made.name} ${isOrdinary(made)}`);
