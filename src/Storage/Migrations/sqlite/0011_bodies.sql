-- Bodies of deliveries that are not done, apart from the rows that stay: a body leaves its page to the next one, and a row that lost it
-- is not left alone on a page made for three kilobytes. Those that came before stay in webhook_inbox until they are done.
CREATE TABLE IF NOT EXISTS webhook_bodies (
    inbox_seq integer PRIMARY KEY,
    body blob NOT NULL,
    unpacked_bytes bigint
);
