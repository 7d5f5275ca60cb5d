CREATE TABLE account (id bigserial PRIMARY KEY);
