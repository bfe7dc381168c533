import type { RateLimit } from '@vitrina/platform/rate-limit';

const minute = 60;
const hour = 3_600;

/**
 * Budgets per network and person. Those per network leave room for an office of fifty behind one address; what stops
 * guessing at one account is the growing delay of `store/sign-in-attempts.ts`.
 */
export const budgets = {
  signInPerNetwork: { name: 'identity.sign-in.network', points: 120, windowSeconds: minute },
  signInPerNetworkAndHour: { name: 'identity.sign-in.network-hour', points: 1_200, windowSeconds: hour },
  signUpPerNetwork: { name: 'identity.sign-up.network', points: 300, windowSeconds: hour },
  /** Sign-up tells that an address is taken; this is how often it does. */
  takenPerNetwork: { name: 'identity.sign-up.taken', points: 20, windowSeconds: hour },
  refreshPerNetwork: { name: 'identity.refresh.network', points: 6_000, windowSeconds: minute },
  resetPerNetwork: { name: 'identity.reset.network', points: 60, windowSeconds: hour },
  resetPerAddress: { name: 'identity.reset.address', points: 5, windowSeconds: hour },
  verificationPerPerson: { name: 'identity.verification.person', points: 5, windowSeconds: hour },
  linkPerNetwork: { name: 'identity.link.network', points: 120, windowSeconds: 10 * minute },
} as const satisfies Record<string, RateLimit>;

/** Failures of one account are forgotten this long after the last one. */
export const forgetFailuresAfterHours = 24;
