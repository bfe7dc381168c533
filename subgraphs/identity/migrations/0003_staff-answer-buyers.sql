-- Those who deal with orders also answer the buyers who ask about them.
INSERT INTO "role_capability" ("reach", "role", "capability") VALUES
  ('shop', 'OWNER', 'messages:write'),
  ('shop', 'MANAGER', 'messages:write'),
  ('shop', 'FULFILMENT', 'messages:write');
