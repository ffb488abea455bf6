-- postings(article, shingle) → (one, other): articles with at least two sampled shingles in common, one < other.
-- Articles are numbered by date. A shingle with more than $few holders ties each of them to its $hubs earliest holders
-- only, so that a story printed a thousand times costs thousands of pairs, not a million.
WITH telling AS (
    SELECT shingle, count(*) AS holders FROM postings GROUP BY shingle HAVING count(*) > 1
),
rare AS (
    SELECT article, shingle FROM postings JOIN telling USING (shingle) WHERE holders <= $few
),
crowded AS (
    SELECT article, shingle, row_number() OVER (PARTITION BY shingle ORDER BY article) AS place
    FROM postings JOIN telling USING (shingle) WHERE holders > $few
),
met AS (
    SELECT a.article AS one, b.article AS other
    FROM rare AS a JOIN rare AS b ON a.shingle = b.shingle AND a.article < b.article
    UNION ALL
    SELECT a.article, b.article
    FROM crowded AS a JOIN crowded AS b ON a.shingle = b.shingle AND a.article < b.article
    WHERE a.place <= $hubs
)
SELECT one, other FROM met
GROUP BY one, other HAVING count(*) >= 2
ORDER BY one, other
