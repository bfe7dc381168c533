/**
 * Of types that everybody may read, what each field is: everybody's, or the business of those whom it concerns. A new field
 * has to be put on one side.
 */
export const fieldsOf: Readonly<
  Record<string, { readonly everybodys: readonly string[]; readonly private: readonly string[] }>
> = {
  Shop: {
    everybodys: [
      'id',
      'slug',
      'name',
      'description',
      'country',
      'currency',
      'status',
      'returnWindowDays',
      'deliveryMethods',
      'createdAt',
      'version',
      'products',
      'videos',
      'landings',
    ],
    private: ['staff', 'settings', 'apiClients', 'sales', 'stockLocations', 'orders', 'balance', 'ledger'],
  },
  User: {
    everybodys: ['id', 'displayName'],
    private: ['email', 'emailVerified', 'locale', 'roles', 'memberships', 'sessions', 'addresses', 'createdAt'],
  },
  Product: {
    everybodys: [
      'id',
      'title',
      'description',
      'brand',
      'gtin',
      'status',
      'category',
      'attributes',
      'options',
      'variants',
      'priceRange',
      'images',
      'shop',
      'version',
      'createdAt',
      'updatedAt',
      'videos',
    ],
    private: ['externalId'],
  },
  ProductVariant: {
    everybodys: ['id', 'sku', 'options', 'price', 'available', 'product'],
    private: ['stockLevels', 'lowStockThreshold'],
  },
};
