import { describe, expect, it } from 'vitest';
import { createPrivateKeyBox } from './private-key-box.ts';

const jwk = { kty: 'EC', crv: 'P-256', d: 'private-part' };
const secret = 'a secret of more than thirty-two characters';

describe('the box of private keys', () => {
  it('seals a key so that its text is not to be seen, and opens it again', () => {
    const box = createPrivateKeyBox(secret);
    const sealed = box.seal('k1', jwk);
    expect(sealed).not.toContain('private-part');
    expect(box.open('k1', sealed)).toEqual(jwk);
    expect(box.seal('k1', jwk)).not.toBe(sealed);
  });

  it('names the variable when the secret is missing or another one', () => {
    const sealed = createPrivateKeyBox(secret).seal('k1', jwk);
    expect(() => createPrivateKeyBox(undefined).open('k1', sealed)).toThrow('VITRINA_IDENTITY_KEY_SECRET');
    expect(() => createPrivateKeyBox(`${secret}!`).open('k1', sealed)).toThrow('VITRINA_IDENTITY_KEY_SECRET');
  });

  it('refuses a key put under another id', () => {
    const box = createPrivateKeyBox(secret);
    expect(() => box.open('k2', box.seal('k1', jwk))).toThrow('k2');
  });

  it('reads keys stored before a secret was set', () => {
    expect(createPrivateKeyBox(secret).open('k1', createPrivateKeyBox(undefined).seal('k1', jwk))).toEqual(jwk);
  });
});
