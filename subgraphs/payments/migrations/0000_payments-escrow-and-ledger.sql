CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"shop_id" text,
	"order_id" text,
	"provider" text,
	CONSTRAINT "account_currency" UNIQUE("id","currency")
);
--> statement-breakpoint
CREATE TABLE "account_balance" (
	"account_id" text PRIMARY KEY NOT NULL,
	"posted_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "balance_delta" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "balance_delta_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"amount_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_transaction" (
	"id" text PRIMARY KEY NOT NULL,
	"fact" text NOT NULL,
	"source" text NOT NULL,
	"phase" text NOT NULL,
	"resolves_id" text,
	"payment_id" text,
	"order_id" text,
	"booked_at" timestamp with time zone NOT NULL,
	"written_by" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "ledger_transaction_source_unique" UNIQUE("source"),
	CONSTRAINT "ledger_transaction_resolvesId_unique" UNIQUE("resolves_id")
);
--> statement-breakpoint
CREATE TABLE "open_pending" (
	"transaction_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"id" text PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"account_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"pending" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_method" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"provider_token" text NOT NULL,
	"customer_id" text NOT NULL,
	"brand" text NOT NULL,
	"last4" text NOT NULL,
	"expiry_month" integer NOT NULL,
	"expiry_year" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "provider_customer" (
	"provider" text NOT NULL,
	"user_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provider_customer_provider_user_id_pk" PRIMARY KEY("provider","user_id")
);
--> statement-breakpoint
CREATE TABLE "commission_line" (
	"order_line_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"category_id" text NOT NULL,
	"basis_points" integer NOT NULL,
	"charged_minor" bigint NOT NULL,
	"amount_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escrow" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"position" integer NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"funded_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"refund_pending_minor" bigint DEFAULT 0 NOT NULL,
	"released_minor" bigint DEFAULT 0 NOT NULL,
	"released_commission_minor" bigint DEFAULT 0 NOT NULL,
	"released_tax_minor" bigint DEFAULT 0 NOT NULL,
	"commission_minor" bigint,
	"commission_tax_minor" bigint,
	"frozen_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "escrow_orderId_unique" UNIQUE("order_id"),
	CONSTRAINT "escrow_amount" CHECK ("escrow"."amount_minor" > 0),
	CONSTRAINT "escrow_funded" CHECK ("escrow"."funded_minor" between 0 and "escrow"."amount_minor"),
	CONSTRAINT "escrow_returned" CHECK ("escrow"."refunded_minor" + "escrow"."refund_pending_minor" <= "escrow"."funded_minor"),
	CONSTRAINT "escrow_released" CHECK ("escrow"."released_minor" <= "escrow"."funded_minor")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"buyer_id" text,
	"guest_key" text,
	"provider" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"captured_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"provider_intent_id" text,
	"provider_token" text,
	"provider_customer_id" text,
	"payment_method_id" text,
	"save_method" boolean DEFAULT false NOT NULL,
	"return_url" text,
	"redirect_url" text,
	"client_secret" text,
	"failure_code" text,
	"failure_message" text,
	"input_hash" text NOT NULL,
	"void_requested_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_groupId_unique" UNIQUE("group_id"),
	CONSTRAINT "payment_providerIntentId_unique" UNIQUE("provider_intent_id"),
	CONSTRAINT "payment_amount" CHECK ("payment"."amount_minor" > 0),
	CONSTRAINT "payment_captured" CHECK ("payment"."captured_minor" between 0 and "payment"."amount_minor"),
	CONSTRAINT "payment_refunded" CHECK ("payment"."refunded_minor" between 0 and "payment"."captured_minor")
);
--> statement-breakpoint
CREATE TABLE "provider_call" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"refund_id" text,
	"kind" text NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"next_attempt_at" timestamp with time zone,
	"outcome" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"from_escrow_minor" bigint NOT NULL,
	"from_seller_minor" bigint NOT NULL,
	"from_commission_minor" bigint NOT NULL,
	"from_tax_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"provider_refund_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "refund_reference_unique" UNIQUE("reference"),
	CONSTRAINT "refund_providerRefundId_unique" UNIQUE("provider_refund_id"),
	CONSTRAINT "refund_amount" CHECK ("refund"."amount_minor" > 0),
	CONSTRAINT "refund_legs" CHECK ("refund"."from_escrow_minor" + "refund"."from_seller_minor" + "refund"."from_commission_minor" + "refund"."from_tax_minor" = "refund"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "webhook_inbox" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"subject" jsonb NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ledger_transaction" ADD CONSTRAINT "ledger_transaction_resolves" FOREIGN KEY ("resolves_id") REFERENCES "public"."ledger_transaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_pending" ADD CONSTRAINT "open_pending_transaction_id_ledger_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_transaction_id_ledger_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_account_currency" FOREIGN KEY ("account_id","currency") REFERENCES "public"."account"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commission_line" ADD CONSTRAINT "commission_line_order_id_escrow_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."escrow"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escrow" ADD CONSTRAINT "escrow_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_refund_id_refund_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refund"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_kind" ON "account" USING btree ("kind","currency");--> statement-breakpoint
CREATE INDEX "account_shop" ON "account" USING btree ("shop_id","kind");--> statement-breakpoint
CREATE INDEX "account_order" ON "account" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "balance_delta_account" ON "balance_delta" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "ledger_transaction_order" ON "ledger_transaction" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "posting_account" ON "posting" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "posting_transaction" ON "posting" USING btree ("transaction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_method_token" ON "payment_method" USING btree ("provider","provider_token");--> statement-breakpoint
CREATE INDEX "payment_method_user" ON "payment_method" USING btree ("user_id","id") WHERE "payment_method"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "commission_line_order" ON "commission_line" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "escrow_payment" ON "escrow" USING btree ("payment_id","position");--> statement-breakpoint
CREATE INDEX "escrow_shop" ON "escrow" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "payment_buyer" ON "payment" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_call_once" ON "provider_call" USING btree ("payment_id","kind") WHERE "provider_call"."kind" <> 'REFUND';--> statement-breakpoint
CREATE UNIQUE INDEX "provider_call_refund" ON "provider_call" USING btree ("refund_id");--> statement-breakpoint
CREATE INDEX "provider_call_open" ON "provider_call" USING btree ("next_attempt_at") WHERE "provider_call"."state" = 'OPEN';--> statement-breakpoint
CREATE INDEX "refund_payment" ON "refund" USING btree ("payment_id","id");--> statement-breakpoint
CREATE INDEX "refund_order" ON "refund" USING btree ("order_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_inbox_event" ON "webhook_inbox" USING btree ("provider","event_id");--> statement-breakpoint
CREATE INDEX "webhook_inbox_waiting" ON "webhook_inbox" USING btree ("next_attempt_at") WHERE "webhook_inbox"."state" = 'WAITING';