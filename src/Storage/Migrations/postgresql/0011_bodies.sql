-- Bodies of deliveries that are not done, apart from the rows that stay. Those that came before stay in webhook_inbox until they are done.
CREATE TABLE IF NOT EXISTS webhook_bodies (
    inbox_seq bigint NOT NULL PRIMARY KEY,
    body bytea NOT NULL,
    unpacked_bytes bigint
) WITH (toast_tuple_target = 8160);

-- They are deflated already, and in one piece as long as a page takes them.
ALTER TABLE webhook_bodies ALTER COLUMN body SET STORAGE EXTERNAL;
