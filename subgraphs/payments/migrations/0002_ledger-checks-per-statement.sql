-- The rules of 0001 in the form that costs least under load: one look at all postings of a statement instead of one look per
-- posting, by look-ups that stay index look-ups in a plan made while the tables were empty.

-- A foreign key locks the row it points at, once per posting: every sale would write to the rows of the market's own
-- accounts. Accounts and transactions are never changed or deleted, so seeing them once is as good as holding them.
ALTER TABLE "posting" DROP CONSTRAINT "posting_account_currency";--> statement-breakpoint
ALTER TABLE "posting" DROP CONSTRAINT "posting_transaction_id_ledger_transaction_id_fk";--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_currency";--> statement-breakpoint
-- Deltas are folded in any order.
ALTER TABLE "balance_delta" DROP COLUMN "position";--> statement-breakpoint

-- What one statement adds to a transaction balances in every currency, so the whole does. Nothing is added to a
-- transaction that was committed earlier: its balance has been checked and closed.
CREATE FUNCTION ledger_postings_are_sound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT f.transaction_id AS id, f.currency, sum(f.amount_minor) AS off,
           bool_or(f.pending) AS some_pending, bool_and(f.pending) AS all_pending,
           bool_and(coalesce((SELECT a.currency = f.currency FROM account a WHERE a.id = f.account_id), false)) AS accounts_fit,
           (SELECT t.phase FROM ledger_transaction t WHERE t.id = f.transaction_id AND t.written_by = pg_current_xact_id()) AS phase
    FROM fresh f GROUP BY f.transaction_id, f.currency
  LOOP
    IF part.phase IS NULL THEN
      RAISE EXCEPTION 'postings may only be written together with their ledger transaction' USING ERRCODE = 'check_violation';
    END IF;
    IF part.off <> 0 THEN
      RAISE EXCEPTION 'ledger transaction % is off by % %', part.id, part.off, part.currency USING ERRCODE = 'check_violation';
    END IF;
    IF part.some_pending <> part.all_pending OR part.all_pending <> (part.phase = 'PENDING') THEN
      RAISE EXCEPTION 'ledger transaction % mixes pending and posted', part.id USING ERRCODE = 'check_violation';
    END IF;
    IF NOT part.accounts_fit THEN
      RAISE EXCEPTION 'ledger transaction % names an account that is not there or has another currency', part.id
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER posting_comes_with_transaction ON posting;--> statement-breakpoint
CREATE TRIGGER posting_is_sound AFTER INSERT ON posting
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_postings_are_sound();--> statement-breakpoint
DROP FUNCTION ledger_postings_come_with_their_transaction();--> statement-breakpoint

-- A transaction moves something unless it gives a pending one up. Deferred to the commit: the postings may come later.
CREATE FUNCTION ledger_transaction_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM posting p WHERE p.transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger transaction % has no postings', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER ledger_transaction_balances ON ledger_transaction;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transaction_moves_something AFTER INSERT ON ledger_transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.phase <> 'VOIDED') EXECUTE FUNCTION ledger_transaction_has_postings();--> statement-breakpoint
DROP FUNCTION ledger_must_balance();
