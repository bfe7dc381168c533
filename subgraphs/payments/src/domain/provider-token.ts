const tokenForm = /^(pm|tok|seti|card)_[A-Za-z0-9_]{3,250}$/;
/** Random tokens of 62 characters hold twelve digits in a row less than once in a thousand million. */
const digitRun = /\d{12}/;

/**
 * True for what may be kept: a provider's token. Card numbers, bare or dressed up as a token, are not; they must never
 * reach a table or a log (docs/pci-scope.md).
 */
export const isProviderToken = (text: string): boolean => tokenForm.test(text) && !digitRun.test(text);
