import { describe, expect, it, vi } from 'vitest';
import { survivingTransaction } from './surviving-transaction.ts';

interface Connection {
  readonly send: (text: string) => Promise<string>;
}

/** A driver that commits when the work succeeds, rolls back when it fails, and rejects by itself when told to. */
const driver = () => {
  const sent: string[] = [];
  let lose: (error: Error) => void = () => {};
  const lost = new Promise<never>((_resolve, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  const connection: Connection = {
    send: async (text) => {
      sent.push(text);
      return `did ${text}`;
    },
  };
  const begin = <T>(work: (tx: Connection) => Promise<T>): Promise<T> => {
    const run = work(connection).then(
      (value) => {
        sent.push('commit');
        return value;
      },
      (error: unknown) => {
        sent.push('rollback');
        throw error;
      },
    );
    return Promise.race([run, lost]);
  };
  return { sent, begin, lose: (error: Error) => lose(error) };
};
const transaction = <T>({ begin }: ReturnType<typeof driver>, work: (tx: Connection) => Promise<T>): Promise<T> =>
  survivingTransaction<T, Connection>(begin, work);
const failure = (code: string) => Object.assign(new Error(`code ${code}`), { code });

describe('a transaction', () => {
  it('gives what its work gives, and commits', async () => {
    const one = driver();
    expect(await transaction(one, (tx) => tx.send('insert'))).toBe('did insert');
    expect(one.sent).toEqual(['insert', 'commit']);
  });

  it('rolls back when its work fails, with that failure', async () => {
    const one = driver();
    await expect(transaction(one, () => Promise.reject(failure('23505')))).rejects.toThrow('code 23505');
    expect(one.sent).toEqual(['rollback']);
  });

  it.each(['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '25P03'])(
    'writes no rollback to a connection that is gone (%s), and fails with what the driver says',
    async (code) => {
      const one = driver();
      const wrapped = new Error('Failed query', { cause: failure(code) });
      const done = transaction(one, () => Promise.reject(wrapped));
      one.lose(failure('CONNECTION_CLOSED'));
      await expect(done).rejects.toThrow('code CONNECTION_CLOSED');
      expect(one.sent).toEqual([]);
    },
  );

  it('takes no statement after its end, which would land in somebody else’s transaction', async () => {
    const one = driver();
    let kept: Connection | undefined;
    await transaction(one, async (tx) => {
      kept = tx;
      await tx.send('first');
    });
    expect(() => kept?.send('late')).toThrow(TypeError);
    expect(one.sent).toEqual(['first', 'commit']);
  });

  it('takes none either after it failed, or after its connection was lost in the middle', async () => {
    const failing = driver();
    let kept: Connection | undefined;
    const keep = (tx: Connection): void => {
      kept = tx;
    };
    await transaction(failing, async (tx) => {
      keep(tx);
      throw new Error('no');
    }).catch(() => undefined);
    expect(() => kept?.send('late')).toThrow(TypeError);

    const losing = driver();
    const done = transaction(losing, async (tx) => {
      keep(tx);
      await new Promise(() => {});
    });
    losing.lose(failure('CONNECTION_CLOSED'));
    await expect(done).rejects.toThrow('CONNECTION_CLOSED');
    expect(() => kept?.send('late')).toThrow(TypeError);
    expect(losing.sent).toEqual([]);
  });

  it('hears no more of work that fails after its end', async () => {
    const one = driver();
    let fail: (error: Error) => void = () => {};
    const done = transaction(
      one,
      () =>
        new Promise<never>((_resolve, reject) => {
          fail = reject;
        }),
    );
    one.lose(failure('CONNECTION_CLOSED'));
    await expect(done).rejects.toThrow('CONNECTION_CLOSED');
    const unheard = vi.fn();
    process.once('unhandledRejection', unheard);
    fail(new Error('a statement that was cut off'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
    expect(one.sent).toEqual([]);
  });
});
