-- Temporary tables of the writing connection: a batch of rows waits here for the statements that merge it.
CREATE TEMP TABLE staged_customers (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    updated_at bigint NOT NULL,
    arrived_at bigint NOT NULL,
    created_at bigint NOT NULL,
    first_name text,
    last_name text,
    email text,
    phone text,
    city text,
    province text,
    country_code text,
    tags text NOT NULL,
    tags_at bigint NOT NULL,
    email_consent text,
    consent_at bigint NOT NULL,
    deleted boolean NOT NULL,
    name_key text COLLATE "C",
    search_text text NOT NULL
) ON COMMIT DELETE ROWS;

-- rank numbers the orders of a batch; anonymous are those that have or had no customer.
CREATE TEMP TABLE staged_orders (
    tenant text COLLATE "C" NOT NULL,
    order_id bigint NOT NULL,
    customer_id bigint,
    updated_at bigint NOT NULL,
    arrived_at bigint NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL,
    processed_at bigint NOT NULL,
    cancelled_at bigint,
    test boolean NOT NULL,
    financial_status text,
    gross_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    currency text NOT NULL,
    source_name text,
    country_code text,
    discount_codes text NOT NULL,
    deleted boolean NOT NULL,
    day bigint NOT NULL,
    counted boolean NOT NULL,
    lines_at bigint NOT NULL,
    lines_hash bigint NOT NULL,
    sale_lines text NOT NULL,
    refunds_at bigint NOT NULL,
    refunds_hash bigint NOT NULL,
    sale_refunds text NOT NULL,
    rank bigint NOT NULL,
    anonymous boolean NOT NULL
) ON COMMIT DELETE ROWS;

-- Customers of whom an order came, went or changed in the batch.
CREATE TEMP TABLE staged_touches (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL
) ON COMMIT DELETE ROWS;

CREATE TEMP TABLE staged_turns (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    rank bigint NOT NULL
) ON COMMIT DELETE ROWS;

CREATE TEMP TABLE staged_metrics (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    facts_version bigint NOT NULL,
    orders_count bigint NOT NULL,
    total_spent_minor bigint NOT NULL,
    first_order_at bigint,
    last_order_at bigint,
    first_order_day bigint,
    last_order_day bigint
) ON COMMIT DELETE ROWS;

CREATE TEMP TABLE staged_groups (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    group_name text COLLATE "C" NOT NULL,
    previous_group text COLLATE "C",
    since bigint NOT NULL
) ON COMMIT DELETE ROWS;

CREATE TEMP TABLE staged_transitions (
    tenant text COLLATE "C" NOT NULL,
    week_day bigint NOT NULL,
    from_group text COLLATE "C" NOT NULL,
    to_group text COLLATE "C" NOT NULL,
    customers bigint NOT NULL,
    revenue_minor bigint NOT NULL
) ON COMMIT DELETE ROWS;

-- Deliveries of the inbox that the transaction is the effect of.
CREATE TEMP TABLE staged_deliveries (
    tenant text COLLATE "C" NOT NULL,
    inbox_seq bigint NOT NULL
) ON COMMIT DELETE ROWS;

-- With an index on its key a staged table is read without a sequential scan, which a lane's settings price so high that every plan
-- would look alike: the joins below it then go from the few staged rows to the large tables by their keys.
CREATE INDEX ON staged_customers (tenant, customer_id);
CREATE INDEX ON staged_orders (tenant, order_id);
CREATE INDEX ON staged_touches (tenant, customer_id);
CREATE INDEX ON staged_turns (tenant, customer_id);
CREATE INDEX ON staged_metrics (tenant, customer_id);
CREATE INDEX ON staged_groups (tenant, customer_id);
CREATE INDEX ON staged_deliveries (tenant, inbox_seq);
