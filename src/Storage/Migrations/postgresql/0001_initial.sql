-- Times are UTC epoch milliseconds, days are days since 1970-01-01 on the shop's calendar, money is minor units of the shop's currency.
-- Keys compare by their bytes (COLLATE "C"): faster than by a language, and the same on every server.

-- One row a tenant. Whoever writes facts of a tenant holds this row for the transaction: positions of the change feed are handed out
-- in commit order, and the totals are those of the committed rows. Triggers keep the totals.
CREATE TABLE IF NOT EXISTS tenant_counters (
    tenant text COLLATE "C" NOT NULL PRIMARY KEY,
    change_seq bigint NOT NULL DEFAULT 0,
    customers bigint NOT NULL DEFAULT 0,
    orders bigint NOT NULL DEFAULT 0,
    spent_minor bigint NOT NULL DEFAULT 0
);

-- updated_at is the source version; 0 when the customer is known only through an order. A deleted customer stays as a tombstone, so
-- that a late older fact does not bring it back. Metrics are those of metrics_version; older than facts_version means touched.
-- Marking a row that is touched already changes no indexed column: with room in its page (fillfactor) no index is written.
CREATE TABLE IF NOT EXISTS customers (
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
    email_consent text,
    deleted boolean NOT NULL,
    name_key text COLLATE "C",
    search_text text NOT NULL,
    facts_version bigint NOT NULL,
    metrics_version bigint NOT NULL DEFAULT 0,
    touched boolean NOT NULL GENERATED ALWAYS AS (metrics_version < facts_version) STORED,
    change_seq bigint NOT NULL DEFAULT 0,
    orders_count integer NOT NULL DEFAULT 0,
    total_spent_minor bigint NOT NULL DEFAULT 0,
    first_order_at bigint,
    last_order_at bigint,
    first_order_day integer,
    last_order_day integer,
    PRIMARY KEY (tenant, customer_id)
) WITH (fillfactor = 70);

CREATE INDEX IF NOT EXISTS customers_touched ON customers (tenant, customer_id) WHERE touched;
CREATE INDEX IF NOT EXISTS customers_change_feed ON customers (tenant, change_seq) WHERE change_seq > 0;

-- One index for each order of the customers' list; the id makes the order total.
CREATE INDEX IF NOT EXISTS customers_by_last_order ON customers (tenant, last_order_at, customer_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS customers_by_first_order ON customers (tenant, first_order_at, customer_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS customers_by_spent ON customers (tenant, total_spent_minor, customer_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS customers_by_orders ON customers (tenant, orders_count, customer_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS customers_by_name ON customers (tenant, name_key, customer_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS customers_by_created ON customers (tenant, created_at, customer_id) WHERE NOT deleted;

CREATE TABLE IF NOT EXISTS orders (
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
    day integer NOT NULL,
    counted boolean NOT NULL,
    PRIMARY KEY (tenant, order_id)
);

CREATE INDEX IF NOT EXISTS orders_of_customer ON orders (tenant, customer_id, processed_at, order_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS orders_by_time ON orders (tenant, processed_at, order_id) WHERE NOT deleted;
CREATE INDEX IF NOT EXISTS orders_by_day ON orders (tenant, day, customer_id, net_minor) WHERE counted;

CREATE OR REPLACE FUNCTION customers_counted_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tenant_counters t
    SET customers = t.customers + d.customers, spent_minor = t.spent_minor + d.spent_minor
    FROM (
        SELECT a.tenant, count(*) AS customers, sum(a.total_spent_minor) AS spent_minor
        FROM added a WHERE NOT a.deleted GROUP BY a.tenant) d
    WHERE t.tenant = d.tenant;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION customers_counted_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tenant_counters t
    SET customers = t.customers + d.customers, spent_minor = t.spent_minor + d.spent_minor
    FROM (
        SELECT c.tenant, sum(c.customers) AS customers, sum(c.spent_minor) AS spent_minor
        FROM (
            SELECT a.tenant, 1 AS customers, a.total_spent_minor AS spent_minor FROM after_rows a WHERE NOT a.deleted
            UNION ALL
            SELECT b.tenant, -1, -b.total_spent_minor FROM before_rows b WHERE NOT b.deleted) c
        GROUP BY c.tenant) d
    WHERE t.tenant = d.tenant AND (d.customers <> 0 OR d.spent_minor <> 0);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION orders_counted_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tenant_counters t SET orders = t.orders + d.orders
    FROM (SELECT a.tenant, count(*) AS orders FROM added a WHERE NOT a.deleted GROUP BY a.tenant) d
    WHERE t.tenant = d.tenant;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION orders_counted_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tenant_counters t SET orders = t.orders + d.orders
    FROM (
        SELECT c.tenant, sum(c.orders) AS orders
        FROM (
            SELECT a.tenant, 1 AS orders FROM after_rows a WHERE NOT a.deleted
            UNION ALL
            SELECT b.tenant, -1 FROM before_rows b WHERE NOT b.deleted) c
        GROUP BY c.tenant) d
    WHERE t.tenant = d.tenant AND d.orders <> 0;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER customers_counted_insert AFTER INSERT ON customers
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION customers_counted_insert();
CREATE OR REPLACE TRIGGER customers_counted_update AFTER UPDATE ON customers
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_counted_update();
CREATE OR REPLACE TRIGGER orders_counted_insert AFTER INSERT ON orders
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION orders_counted_insert();
CREATE OR REPLACE TRIGGER orders_counted_update AFTER UPDATE ON orders
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION orders_counted_update();

CREATE TABLE IF NOT EXISTS tenant_shops (
    shop text COLLATE "C" NOT NULL PRIMARY KEY,
    tenant text COLLATE "C" NOT NULL,
    bound_at bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS sync_runs (
    tenant text COLLATE "C" NOT NULL,
    run_id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    kind text NOT NULL,
    phase text NOT NULL,
    percent double precision NOT NULL,
    customers_done bigint NOT NULL,
    orders_done bigint NOT NULL,
    customers_total bigint,
    orders_total bigint,
    rate_per_second double precision NOT NULL,
    seconds_left double precision,
    started_at bigint NOT NULL,
    ended_at bigint,
    message text,
    PRIMARY KEY (tenant, run_id)
);

CREATE INDEX IF NOT EXISTS sync_runs_by_start ON sync_runs (tenant, started_at, run_id);

CREATE TABLE IF NOT EXISTS customer_groups (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    group_name text COLLATE "C" NOT NULL,
    previous_group text COLLATE "C",
    since bigint NOT NULL,
    PRIMARY KEY (tenant, customer_id)
);

CREATE TABLE IF NOT EXISTS group_transitions (
    tenant text COLLATE "C" NOT NULL,
    week_day integer NOT NULL,
    from_group text COLLATE "C" NOT NULL,
    to_group text COLLATE "C" NOT NULL,
    customers integer NOT NULL,
    revenue_minor bigint NOT NULL,
    PRIMARY KEY (tenant, week_day, from_group, to_group)
);

-- An etag is drawn anew at every write and never comes again: a writer that slept through a clear and a new life of the row is refused.
CREATE TABLE IF NOT EXISTS grain_states (
    state_name text COLLATE "C" NOT NULL,
    grain_id text COLLATE "C" NOT NULL,
    etag text NOT NULL,
    state text NOT NULL,
    PRIMARY KEY (state_name, grain_id)
);

CREATE TABLE IF NOT EXISTS reminders (
    grain_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    start_at bigint NOT NULL,
    period_ms bigint NOT NULL,
    etag text NOT NULL,
    PRIMARY KEY (grain_id, name)
);
