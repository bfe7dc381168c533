import type { QueryResolvers } from '../../generated/resolvers.ts';
import { cartInUse, findCart } from '../../usecases/find-cart.ts';

/** Without an id: the person’s cart in use, or the one the secret in the header stands for. */
export const cart: QueryResolvers['cart'] = (_parent, { id }, { services, identity }) =>
  id ? findCart(services.database.orm, identity, id) : cartInUse(services.database.orm, identity);
