import { readerLocale } from '../../domain/reader-locale.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { signUp as openAccount } from '../../usecases/sign-up.ts';
import { handOver } from '../hand-over.ts';

export const signUp: MutationResolvers['signUp'] = async (_root, { input }, context) => {
  const { transport, locale, ...form } = input;
  const result = await openAccount(
    context.services,
    { ...form, deviceName: form.deviceName, locale: locale ?? readerLocale(context.meta.locale) },
    context.meta,
  );
  return handOver(context, result, transport === 'BODY');
};
