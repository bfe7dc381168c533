/** An entity that `node(id)` finds: which prefix its ids carry and which context owns it. */
export interface NodeType {
  /** Prefix of its ids, the part before the underscore. */
  readonly prefix: string;
  /** Name of the type; its owner declares it `implements Node @key(fields: "id")`. */
  readonly type: string;
  /** Folder name of the owning context. */
  readonly owner: string;
}

/** Every entity that can be found by id alone. A test holds this list against the contexts' SDL. */
export const nodeTypes: readonly NodeType[] = [
  { prefix: 'usr', type: 'User', owner: 'identity' },
  { prefix: 'adr', type: 'SavedAddress', owner: 'identity' },
  { prefix: 'shp', type: 'Shop', owner: 'seller' },
  { prefix: 'prd', type: 'Product', owner: 'catalog' },
  { prefix: 'var', type: 'ProductVariant', owner: 'catalog' },
  { prefix: 'img', type: 'ProductImage', owner: 'catalog' },
  { prefix: 'cat', type: 'Category', owner: 'catalog' },
  { prefix: 'crt', type: 'Cart', owner: 'orders' },
  { prefix: 'grp', type: 'OrderGroup', owner: 'orders' },
  { prefix: 'ord', type: 'Order', owner: 'orders' },
  { prefix: 'pay', type: 'Payment', owner: 'payments' },
  { prefix: 'pmt', type: 'PaymentMethod', owner: 'payments' },
  { prefix: 'ntf', type: 'Notification', owner: 'notifications' },
  { prefix: 'cnv', type: 'Conversation', owner: 'messaging' },
  { prefix: 'msg', type: 'Message', owner: 'messaging' },
  { prefix: 'att', type: 'MessageAttachment', owner: 'messaging' },
  { prefix: 'vid', type: 'Video', owner: 'video' },
  { prefix: 'vlp', type: 'VideoLanding', owner: 'video' },
  { prefix: 'liv', type: 'LiveStream', owner: 'video' },
];
