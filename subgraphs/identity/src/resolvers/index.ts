import type { Resolvers } from '../generated/resolvers.ts';
import { AddressField } from './AddressField.ts';
import { Authentication } from './Authentication.ts';
import { addAddress } from './Mutation/addAddress.ts';
import { changePassword } from './Mutation/changePassword.ts';
import { confirmUserEmail } from './Mutation/confirmUserEmail.ts';
import { grantRole } from './Mutation/grantRole.ts';
import { grantShopRole } from './Mutation/grantShopRole.ts';
import { mintEmailLink } from './Mutation/mintEmailLink.ts';
import { refreshSession } from './Mutation/refreshSession.ts';
import { removeAddress } from './Mutation/removeAddress.ts';
import { requestEmailVerification } from './Mutation/requestEmailVerification.ts';
import { requestPasswordReset } from './Mutation/requestPasswordReset.ts';
import { resetPassword } from './Mutation/resetPassword.ts';
import { revokeOtherSessions } from './Mutation/revokeOtherSessions.ts';
import { revokeRole } from './Mutation/revokeRole.ts';
import { revokeSession } from './Mutation/revokeSession.ts';
import { revokeShopRole } from './Mutation/revokeShopRole.ts';
import { setDefaultAddress } from './Mutation/setDefaultAddress.ts';
import { signIn } from './Mutation/signIn.ts';
import { signOut } from './Mutation/signOut.ts';
import { signUp } from './Mutation/signUp.ts';
import { updateAddress } from './Mutation/updateAddress.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { verifyEmail } from './Mutation/verifyEmail.ts';
import { addressFormat } from './Query/addressFormat.ts';
import { deliveryAddress } from './Query/deliveryAddress.ts';
import { sessionStates } from './Query/sessionStates.ts';
import { user } from './Query/user.ts';
import { userByEmail } from './Query/userByEmail.ts';
import { userContacts } from './Query/userContacts.ts';
import { viewer } from './Query/viewer.ts';
import { SavedAddress } from './SavedAddress.ts';
import { Session } from './Session.ts';
import { ShopMembership } from './ShopMembership.ts';
import { User } from './User.ts';

/** Every resolver of this context, by type. */
export const resolvers: Partial<Resolvers> = {
  Query: { addressFormat, deliveryAddress, sessionStates, user, userByEmail, userContacts, viewer },
  Mutation: {
    addAddress,
    changePassword,
    confirmUserEmail,
    grantRole,
    grantShopRole,
    mintEmailLink,
    refreshSession,
    removeAddress,
    requestEmailVerification,
    requestPasswordReset,
    resetPassword,
    revokeOtherSessions,
    revokeRole,
    revokeSession,
    revokeShopRole,
    setDefaultAddress,
    signIn,
    signOut,
    signUp,
    updateAddress,
    updateProfile,
    verifyEmail,
  },
  AddressField,
  Authentication,
  SavedAddress,
  Session,
  ShopMembership,
  User,
};
