-- The books keep themselves: what follows holds for every writer, including a person with psql.

-- A transaction must balance in every currency, and must move something unless it gives a pending one up. Deferred to
-- the commit, so the transaction row and its postings may come in any order; one check per transaction, not per posting.
CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  crooked record;
BEGIN
  SELECT p.currency, sum(p.amount_minor) AS off INTO crooked
  FROM posting p WHERE p.transaction_id = NEW.id GROUP BY p.currency HAVING sum(p.amount_minor) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger transaction % is off by % %', NEW.id, crooked.off, crooked.currency USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.phase <> 'VOIDED' AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger transaction % has no postings', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM posting p WHERE p.transaction_id = NEW.id AND p.pending <> (NEW.phase = 'PENDING')) THEN
    RAISE EXCEPTION 'ledger transaction % mixes pending and posted', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transaction_balances AFTER INSERT ON ledger_transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();--> statement-breakpoint

-- Nothing is added to a transaction that was committed earlier: its balance has been checked and closed.
CREATE FUNCTION ledger_postings_come_with_their_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM fresh f JOIN ledger_transaction t ON t.id = f.transaction_id
    WHERE t.written_by IS DISTINCT FROM pg_current_xact_id()
  ) THEN
    RAISE EXCEPTION 'postings may only be written together with their ledger transaction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER posting_comes_with_transaction AFTER INSERT ON posting
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_postings_come_with_their_transaction();--> statement-breakpoint

-- The stamp above is only worth something when nobody can choose it.
CREATE FUNCTION ledger_stamp_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.written_by := pg_current_xact_id();
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_transaction_stamp BEFORE INSERT ON ledger_transaction
  FOR EACH ROW EXECUTE FUNCTION ledger_stamp_writer();--> statement-breakpoint

-- Append-only: a mistake is corrected by another transaction.
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: book a correcting transaction instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();--> statement-breakpoint
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();--> statement-breakpoint
CREATE TRIGGER account_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
