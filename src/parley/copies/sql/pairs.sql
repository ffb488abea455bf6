-- postings(article, shingle) → pairs(one, other, shared): articles with at least two sampled shingles in common.
-- A shingle held by a single article finds nothing; one held by more than $most articles is boilerplate or a stock phrase.
WITH telling AS (
    SELECT shingle FROM postings GROUP BY shingle HAVING count(*) BETWEEN 2 AND $most
),
held AS (
    SELECT article, shingle FROM postings JOIN telling USING (shingle)
)
SELECT a.article AS one, b.article AS other, count(*) AS shared
FROM held AS a JOIN held AS b ON a.shingle = b.shingle AND a.article < b.article
GROUP BY a.article, b.article
HAVING count(*) >= 2
ORDER BY one, other
