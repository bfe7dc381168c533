import { createServer } from 'node:net';

/** A port of the market is in use by somebody else, or twice by us; the message names the variable to change. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  static by(variable: string, port: number | undefined): PortTaken {
    return new PortTaken(
      `Port ${port} is taken. Stop what uses it, or set ${variable} to another port and start again.`,
    );
  }
}

/** Takes and gives back the port, so that a taken one is reported before anything has started. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const refusedPort = (variable: string, port: number, error: NodeJS.ErrnoException): never => {
  throw new PortTaken(
    `Port ${port} cannot be used (${error.code}). Set ${variable} to another port, above 1023, and start again.`,
  );
};

/** Stops the start with the variable to change when a port of the market is taken. Ports are given by variable name. */
export const assertPortsFree = async (ports: Readonly<Record<string, number>>): Promise<void> => {
  const wanted = new Map<number, string>();
  for (const [variable, port] of Object.entries(ports)) {
    const other = wanted.get(port);
    if (other)
      throw new PortTaken(
        `${other} and ${variable} both come to port ${port}. Set one of them to another port and start again.`,
      );
    wanted.set(port, variable);
    const free = await isFree(port).catch((error: NodeJS.ErrnoException) => refusedPort(variable, port, error));
    if (!free) throw PortTaken.by(variable, port);
  }
};
