import type { MutationResolvers } from '../../generated/resolvers.ts';
import { signIn as checkAndOpen } from '../../usecases/sign-in.ts';
import { handOver } from '../hand-over.ts';

export const signIn: MutationResolvers['signIn'] = async (_root, { input }, context) => {
  const { transport, ...form } = input;
  return handOver(
    context,
    await checkAndOpen(context.services, { ...form, deviceName: form.deviceName }, context.meta),
    transport === 'BODY',
  );
};
