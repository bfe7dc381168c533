/** What a message is about; a person chooses by it what reaches them. Kept as text in the database. */
export const categories = [
  'SECURITY',
  'PAYMENTS',
  'ACCOUNT',
  'PURCHASES',
  'SALES',
  'STOCK',
  'VIDEOS',
  'MESSAGES',
] as const;
export type Category = (typeof categories)[number];

/** Messages a person cannot do without: they cannot be switched off, do not wait for the morning, and go first. */
export const isMandatory = (category: Category): boolean => category === 'SECURITY' || category === 'PAYMENTS';
