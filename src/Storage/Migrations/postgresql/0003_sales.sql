-- What an order sold and what of it went back. A source that does not tell them leaves them as they are: both have the source version
-- they were told at, 0 while nobody has. sale_lines (product, quantity, net; a product of 0 is none) and sale_refunds (day, amount) are
-- the same once more as numbers with commas, for readers of a tenant's whole history; the hashes tell whether what arrives is news.
ALTER TABLE orders ADD COLUMN IF NOT EXISTS lines_at bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS lines_hash bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS sale_lines text NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN IF NOT EXISTS refunds_at bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS refunds_hash bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS sale_refunds text NOT NULL DEFAULT '';

CREATE TABLE IF NOT EXISTS order_lines (
    tenant text COLLATE "C" NOT NULL,
    order_id bigint NOT NULL,
    line_id bigint NOT NULL,
    product_id bigint,
    variant_id bigint,
    title text NOT NULL,
    sku text,
    quantity bigint NOT NULL,
    net_minor bigint NOT NULL,
    PRIMARY KEY (tenant, order_id, line_id)
);

-- The orders that hold a product, the newest last.
CREATE INDEX IF NOT EXISTS order_lines_of_product ON order_lines (tenant, product_id, order_id) WHERE product_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS order_refunds (
    tenant text COLLATE "C" NOT NULL,
    order_id bigint NOT NULL,
    refund_id bigint NOT NULL,
    at bigint NOT NULL,
    day bigint NOT NULL,
    amount_minor bigint NOT NULL,
    PRIMARY KEY (tenant, order_id, refund_id)
);

-- Orders that have or had no customer have a feed of their own, as no customer's position tells of them.
ALTER TABLE tenant_counters ADD COLUMN IF NOT EXISTS anonymous_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN IF NOT EXISTS anonymous_seq bigint NOT NULL DEFAULT 0;

UPDATE orders SET anonymous_seq = n.position
FROM (
    SELECT o.tenant, o.order_id, row_number() OVER (PARTITION BY o.tenant ORDER BY o.order_id) AS position
    FROM orders o WHERE o.customer_id IS NULL) n
WHERE orders.tenant = n.tenant AND orders.order_id = n.order_id;
UPDATE tenant_counters SET anonymous_seq = (SELECT count(*) FROM orders o WHERE o.tenant = tenant_counters.tenant AND o.customer_id IS NULL);

CREATE INDEX IF NOT EXISTS orders_anonymous_feed ON orders (tenant, anonymous_seq) WHERE anonymous_seq > 0;

-- The people of a cohort.
CREATE INDEX IF NOT EXISTS customers_by_first_day ON customers (tenant, first_order_day, customer_id) WHERE NOT deleted;
