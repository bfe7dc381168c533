import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { stopAll } from './stop-all.ts';

const systemError = (fields: Partial<NodeJS.ErrnoException> & { readonly port?: number }): Error =>
  Object.assign(new Error('what the system says'), fields);

describe('why a start failed', () => {
  it.each([
    [{ code: 'EADDRINUSE', port: 4_000 }, /^Port 4000 is taken\. Stop what uses it, or set the variable/],
    [{ code: 'EACCES', path: '/data' }, /^No permission for "\/data"\. Set VITRINA_DATA_HOME/],
    [{ code: 'EACCES', port: 80 }, /^No permission to listen on port 80; choose one above 1023/],
    [{ code: 'ENOSPC', path: '/data/x' }, /^The disk is full \(writing \/data\/x\)\. Free some space/],
    [{ code: 'EDQUOT' }, /^Your disk quota is used up\. Free some space/],
    [{ code: 'ENOTDIR', path: '/file/x' }, /^"\/file\/x" is below a file/],
    [{ code: 'EROFS', path: '/sys' }, /^"\/sys" is on a read-only disk/],
  ])('is a sentence with a remedy for %o', (fields, sentence) => {
    expect(explain(systemError(fields))).toMatch(sentence);
    expect(explain(systemError(fields))).not.toMatch(/\n\s+at /);
  });

  it('is told with the words of a server whose disk is full, although they come without a code', () => {
    const told = explain(new Error('could not extend file: No space left on device'));
    expect(told).toMatch(/^The disk is full\. Free some space.*\n.*could not extend file/);
  });

  it('keeps stack and causes when nobody foresaw it', () => {
    const told = explain(new Error('outer', { cause: new Error('inner') }));
    expect(told).toMatch(/outer[\s\S]*at [\s\S]*inner/);
    expect(explain('just words')).toBe('just words');
  });

  it('names the port that a server of ours found taken', async () => {
    const [first, second] = [createServer(), createServer()];
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const address = first.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const refused = await new Promise((resolve) => second.once('error', resolve).listen(port, '127.0.0.1'));
    expect(explain(refused)).toContain(`Port ${port} is taken.`);
    first.close();
  });
});

describe('stopping', () => {
  it('goes on after a part that fails, in order, and tells of every one that did', async () => {
    const stopped: string[] = [];
    const part = (name: string, broken: boolean) => ({
      name,
      stop: async () => {
        stopped.push(name);
        if (broken) throw new Error(`${name} is stuck`);
      },
    });
    const all = stopAll([part('mail', true), part('Postgres', false), part('phone', true), part('lock', false)]);
    await expect(all).rejects.toThrow('Did not stop as they should: mail: mail is stuck; phone: phone is stuck');
    expect(stopped).toEqual(['mail', 'Postgres', 'phone', 'lock']);
    await expect(stopAll([part('Postgres', false)])).resolves.toBeUndefined();
  });
});
