-- Videos, live streams and landing pages are the business of those who also edit goods.
INSERT INTO "role_capability" ("reach", "role", "capability") VALUES
  ('shop', 'OWNER', 'media:write'),
  ('shop', 'MANAGER', 'media:write'),
  ('shop', 'CATALOG_EDITOR', 'media:write');
