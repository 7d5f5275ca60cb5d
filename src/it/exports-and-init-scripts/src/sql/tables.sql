-- The tables; semicolons in comments and strings end nothing;
CREATE TABLE book (
    isbn text PRIMARY KEY,
    title text NOT NULL
);

INSERT INTO book VALUES ('1', 'Alice; or, Through the Looking-Glass'), ('2', 'It''s a Battlefield');
