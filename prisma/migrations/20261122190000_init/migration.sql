-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "subject" TEXT,
    "dedupe_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_read" (
    "shop_id" TEXT NOT NULL,
    "notification_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_read_pkey" PRIMARY KEY ("notification_id","user_id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "content_tags" TEXT[],
    "title_bigrams" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "change_seq" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sku" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "cash_price_fen" BIGINT NOT NULL,
    "installment_price_fen" BIGINT NOT NULL,
    "list_price_fen" BIGINT,
    "cost_price_fen" BIGINT,
    "in_stock" BOOLEAN NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "change_seq" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sku_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_version" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "content_tags" TEXT[],
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sku_version" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cash_price_fen" BIGINT NOT NULL,
    "installment_price_fen" BIGINT NOT NULL,
    "list_price_fen" BIGINT,
    "cost_price_fen" BIGINT,
    "in_stock" BOOLEAN NOT NULL,
    "removed" BOOLEAN NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sku_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_import" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "header" TEXT[],
    "sample" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "accepted_count" INTEGER NOT NULL,
    "refused_count" INTEGER NOT NULL,
    "created_count" INTEGER NOT NULL,
    "updated_count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_import_row" (
    "shop_id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "reasons" JSONB NOT NULL,

    CONSTRAINT "product_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT,
    "theme" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "change_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "shop_id" TEXT,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label_template" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "placements" TEXT[],
    "main_line" TEXT NOT NULL,
    "sub_line" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_template_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "label_watch" (
    "shop_id" TEXT NOT NULL,
    "watched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_watch_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draft_version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_revision" (
    "offer_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "shop_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "offer_revision_pkey" PRIMARY KEY ("offer_id","revision")
);

-- CreateTable
CREATE TABLE "offer_event" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "reason" TEXT,

    CONSTRAINT "offer_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_entry" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,

    CONSTRAINT "budget_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label_stop" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "label_stop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_card" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lender_name" TEXT NOT NULL,
    "lender_short_name" TEXT NOT NULL,
    "lender_type" TEXT NOT NULL,
    "rounding_rule" TEXT NOT NULL,
    "billing_day" INTEGER NOT NULL,
    "due_day" INTEGER NOT NULL,
    "overdue_daily_rate_ppm" INTEGER NOT NULL,
    "early_payoff_rule" TEXT NOT NULL,
    "fee_refund_rule" TEXT NOT NULL,
    "funding_shares" TEXT NOT NULL,
    "min_amount_fen" BIGINT NOT NULL,
    "max_amount_fen" BIGINT NOT NULL,
    "from_date" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,

    CONSTRAINT "rate_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_card_row" (
    "rate_card_id" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "payer" TEXT NOT NULL,
    "fee_bps" INTEGER NOT NULL,

    CONSTRAINT "rate_card_row_pkey" PRIMARY KEY ("rate_card_id","term","payer")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "lender_types" TEXT[],
    "formula" JSONB NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lpr_rate" (
    "from_date" DATE NOT NULL,
    "one_year_ppm" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,

    CONSTRAINT "lpr_rate_pkey" PRIMARY KEY ("from_date")
);

-- CreateIndex
CREATE INDEX "audit_entry_shop_id_at_id_idx" ON "audit_entry"("shop_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_entry_shop_id_subject_at_idx" ON "audit_entry"("shop_id", "subject", "at" DESC);

-- CreateIndex
CREATE INDEX "notification_shop_id_at_id_idx" ON "notification"("shop_id", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_shop_id_dedupe_key_key" ON "notification"("shop_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "notification_read_shop_id_user_id_idx" ON "notification_read"("shop_id", "user_id");

-- CreateIndex
CREATE INDEX "product_shop_id_id_idx" ON "product"("shop_id", "id");

-- CreateIndex
CREATE INDEX "product_shop_id_category_id_idx" ON "product"("shop_id", "category", "id");

-- CreateIndex
CREATE INDEX "product_shop_id_change_seq_idx" ON "product"("shop_id", "change_seq");

-- CreateIndex
CREATE INDEX "product_content_tags_idx" ON "product" USING GIN ("content_tags");

-- CreateIndex
CREATE INDEX "product_title_bigrams_idx" ON "product" USING GIN ("title_bigrams");

-- CreateIndex
CREATE UNIQUE INDEX "product_shop_id_external_id_key" ON "product"("shop_id", "external_id");

-- CreateIndex
CREATE INDEX "sku_shop_id_product_id_idx" ON "sku"("shop_id", "product_id");

-- CreateIndex
CREATE INDEX "sku_shop_id_change_seq_idx" ON "sku"("shop_id", "change_seq");

-- CreateIndex
CREATE UNIQUE INDEX "sku_product_id_code_key" ON "sku"("product_id", "code");

-- CreateIndex
CREATE INDEX "product_version_shop_id_product_id_valid_from_id_idx" ON "product_version"("shop_id", "product_id", "valid_from", "id");

-- CreateIndex
CREATE INDEX "sku_version_shop_id_product_id_valid_from_id_idx" ON "sku_version"("shop_id", "product_id", "valid_from", "id");

-- CreateIndex
CREATE INDEX "sku_version_shop_id_sku_id_valid_from_id_idx" ON "sku_version"("shop_id", "sku_id", "valid_from", "id");

-- CreateIndex
CREATE INDEX "product_import_shop_id_created_at_id_idx" ON "product_import"("shop_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "product_import_row_shop_id_idx" ON "product_import_row"("shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_shop_id_idx" ON "membership"("shop_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_shop_id_role_key" ON "membership"("user_id", "shop_id", "role");

-- CreateIndex
CREATE INDEX "offer_shop_id_id_idx" ON "offer"("shop_id", "id");

-- CreateIndex
CREATE INDEX "offer_revision_shop_id_published_at_idx" ON "offer_revision"("shop_id", "published_at");

-- CreateIndex
CREATE INDEX "offer_event_shop_id_offer_id_at_id_idx" ON "offer_event"("shop_id", "offer_id", "at", "id");

-- CreateIndex
CREATE INDEX "budget_entry_shop_id_offer_id_at_idx" ON "budget_entry"("shop_id", "offer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "budget_entry_offer_id_reference_key" ON "budget_entry"("offer_id", "reference");

-- CreateIndex
CREATE INDEX "label_stop_shop_id_at_id_idx" ON "label_stop"("shop_id", "at", "id");

-- CreateIndex
CREATE INDEX "rate_card_channel_from_date_idx" ON "rate_card"("channel", "from_date");

-- CreateIndex
CREATE UNIQUE INDEX "rate_card_channel_version_key" ON "rate_card"("channel", "version");

-- CreateIndex
CREATE UNIQUE INDEX "policy_code_version_key" ON "policy"("code", "version");

-- AddForeignKey
ALTER TABLE "notification_read" ADD CONSTRAINT "notification_read_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sku" ADD CONSTRAINT "sku_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_revision" ADD CONSTRAINT "offer_revision_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_event" ADD CONSTRAINT "offer_event_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_card_row" ADD CONSTRAINT "rate_card_row_rate_card_id_fkey" FOREIGN KEY ("rate_card_id") REFERENCES "rate_card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


