-- Temporary tables of the writing connection: a batch of rows waits here for the statements that merge it.
CREATE TEMP TABLE staged_customers (
    tenant text NOT NULL,
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
    name_key text,
    search_text text NOT NULL
);

-- rank numbers the orders of a batch; anonymous are those that have or had no customer.
CREATE TEMP TABLE staged_orders (
    tenant text NOT NULL,
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
);

-- Customers of whom an order came, went or changed in the batch.
CREATE TEMP TABLE staged_touches (
    tenant text NOT NULL,
    customer_id bigint NOT NULL
);

CREATE TEMP TABLE staged_turns (
    tenant text NOT NULL,
    customer_id bigint NOT NULL,
    rank bigint NOT NULL
);

CREATE TEMP TABLE staged_metrics (
    tenant text NOT NULL,
    customer_id bigint NOT NULL,
    facts_version bigint NOT NULL,
    orders_count bigint NOT NULL,
    total_spent_minor bigint NOT NULL,
    first_order_at bigint,
    last_order_at bigint,
    first_order_day bigint,
    last_order_day bigint
);

CREATE TEMP TABLE staged_groups (
    tenant text NOT NULL,
    customer_id bigint NOT NULL,
    group_name text NOT NULL,
    previous_group text,
    since bigint NOT NULL
);

CREATE TEMP TABLE staged_transitions (
    tenant text NOT NULL,
    week_day bigint NOT NULL,
    from_group text NOT NULL,
    to_group text NOT NULL,
    customers bigint NOT NULL,
    revenue_minor bigint NOT NULL
);

-- Deliveries of the inbox that the transaction is the effect of.
CREATE TEMP TABLE staged_deliveries (
    tenant text NOT NULL,
    inbox_seq bigint NOT NULL
);
