-- The whole match in one statement over the tables of the registry: limits, score and order of every
-- district and park. It shares nothing with the engine but the weights, which it is given.
-- `least` passes over NULL, so unknown figures become zero before it.
-- Parameters: need (JSON as the contract writes it), weights (JSON), year (of the day of the match).
WITH given AS (SELECT %(need)s::jsonb AS n, %(weights)s::jsonb AS w, %(year)s::int AS year),
need AS (
    SELECT
        w, year,
        nullif(greatest((n #>> '{land_ha,min}')::float8, 0), 0) AS land_least,
        nullif(greatest((n #>> '{land_ha,max}')::float8, 0), 0) AS land_most,
        nullif(greatest((n ->> 'power_mw')::float8, 0), 0) AS power,
        nullif(greatest((n ->> 'gas_m3h')::float8, 0), 0) AS gas_m3h,
        nullif(greatest((n ->> 'water_m3d')::float8, 0), 0) AS water,
        nullif(greatest((n ->> 'sewage_m3d')::float8, 0), 0) AS sewage,
        coalesce((n ->> 'gas')::bool, false) AS gas,
        coalesce((n ->> 'rail')::bool, false) AS rail,
        coalesce((n ->> 'port')::bool, false) AS port,
        coalesce((n ->> 'highway')::bool, false) AS highway,
        coalesce((n ->> 'airport')::bool, false) AS airport,
        (n ->> 'hazard_class')::int AS hazard_class,
        (n ->> 'start_year')::int AS start_year,
        ARRAY(SELECT jsonb_array_elements_text(n -> 'kinds')
              INTERSECT SELECT unnest(ARRAY['industrial_park', 'technopark', 'industrial_zone',
                                            'port_zone', 'plot'])) AS kinds,
        ARRAY(SELECT jsonb_array_elements_text(n -> 'districts_wanted')) AS districts_wanted,
        ARRAY(SELECT jsonb_array_elements_text(n -> 'districts_excluded')) AS districts_excluded,
        ARRAY(SELECT jsonb_array_elements_text(n -> 'parks_wanted')) AS parks_wanted
    FROM given
),
guess AS MATERIALIZED (
    SELECT i.code, i.parent_id, i.okved, g.confidence / max(g.confidence) OVER () AS sure
    FROM given, jsonb_to_recordset(n -> 'industries') AS g(code text, confidence float8)
    JOIN districts_industry i USING (code)
    WHERE g.confidence > 0
),
kin AS MATERIALIZED (
    SELECT i.code, max(g.sure * CASE
        WHEN g.code = i.code THEN 1
        WHEN g.code = i.parent_id OR i.code = g.parent_id THEN 0.5
        WHEN EXISTS (
            SELECT FROM unnest(g.okved) a, unnest(i.okved) b
            WHERE a = b
               OR starts_with(a, b || CASE WHEN strpos(b, '.') > 0 THEN '' ELSE '.' END)
               OR starts_with(b, a || CASE WHEN strpos(a, '.') > 0 THEN '' ELSE '.' END)) THEN 0.5
        WHEN g.parent_id = i.parent_id THEN 0.25
        WHEN EXISTS (
            SELECT FROM unnest(g.okved) a, unnest(i.okved) b
            WHERE split_part(a, '.', 1) = split_part(b, '.', 1)) THEN 0.25
        ELSE 0 END) AS share
    FROM guess g CROSS JOIN districts_industry i
    GROUP BY i.code
),
trade AS (
    SELECT
        EXISTS (SELECT FROM guess) AS known,
        NOT EXISTS (SELECT FROM guess) OR EXISTS (
            SELECT FROM guess, unnest(okved) o WHERE split_part(o, '.', 1)::int BETWEEN 10 AND 33
        ) AS manufactures
),
park AS (
    SELECT p.* FROM districts_park p
    JOIN districts_district d ON d.id = p.district_id AND d.retired_at IS NULL
    WHERE p.offered AND p.retired_at IS NULL
),
wanted AS MATERIALIZED (
    SELECT d.id, d.neighbours FROM districts_district d, need
    WHERE d.retired_at IS NULL
      AND (d.id = ANY (need.districts_wanted)
           OR d.id IN (SELECT district_id FROM park WHERE park.id = ANY (need.parks_wanted)))
),
stated AS MATERIALIZED (
    SELECT district_id,
           max(weight::float8 * share) FILTER (WHERE basis = 'official') AS official,
           max(weight::float8 * share) FILTER (WHERE basis = 'evidence') AS evidence
    FROM districts_priority JOIN kin ON kin.code = industry_id
    GROUP BY district_id
),
shipped AS MATERIALIZED (
    SELECT DISTINCT ON (district_id) district_id, bn_rub::float8
    FROM districts_shipment ORDER BY district_id, year DESC
),
district AS MATERIALIZED (
    SELECT d.id, d.id = ANY (need.districts_excluded) AS missed, told.points, told.whole
    FROM need CROSS JOIN trade CROSS JOIN districts_district d
    LEFT JOIN stated ON stated.district_id = d.id
    LEFT JOIN shipped ON shipped.district_id = d.id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum((need.w ->> name)::float8 * coalesce(share, 0)), 0) AS points,
               coalesce(sum((need.w ->> name)::float8), 0) AS whole
        FROM (VALUES
            ('districts_wanted', EXISTS (SELECT FROM wanted), CASE
                WHEN EXISTS (SELECT FROM wanted WHERE wanted.id = d.id) THEN 1
                WHEN EXISTS (SELECT FROM wanted WHERE d.id = ANY (wanted.neighbours)) THEN 0.4
                ELSE 0 END),
            ('priority', trade.known, stated.official),
            ('evidence', trade.known, stated.evidence),
            ('employment', trade.manufactures, least(coalesce(round(
                d.employees_manufacturing::numeric / nullif(d.population, 0) * 1000, 1), 0) / 60,
                1)),
            ('shipments', trade.manufactures, least(coalesce(shipped.bn_rub, 0) / 100, 1)),
            ('railway', need.rail, d.railway::int),
            ('sea_port', need.port, d.sea_port::int),
            ('federal_highway', need.highway, d.federal_highway::int),
            ('airport', need.airport, d.airport::int)
        ) AS criterion (name, asked, share)
        WHERE asked
    ) AS told
    WHERE d.retired_at IS NULL
),
judged AS (
    SELECT 'district' AS place, id, missed, 0 AS unknown, points, whole FROM district
    UNION ALL
    SELECT 'park', park.id, told.missed OR district.missed, told.unknown,
           told.points + district.points, told.whole + district.whole
    FROM need CROSS JOIN trade CROSS JOIN park
    JOIN district ON district.id = park.district_id
    CROSS JOIN LATERAL (
        SELECT coalesce(park.largest_plot_ha, park.area_free_ha)::float8 AS plot,
               nullif(park.stage, '') AS stage,
               park.stage IN ('planned', 'building') AS unready
    ) AS own
    CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(missed), false) AS missed,
               count(*) FILTER (WHERE unknown) AS unknown,
               coalesce(sum((need.w ->> name)::float8 * coalesce(share, 0)), 0) AS points,
               coalesce(sum((need.w ->> name)::float8), 0) AS whole
        FROM (VALUES
            ('area', coalesce(need.land_least, need.land_most) IS NOT NULL,
                coalesce(own.plot, park.area_total_ha::float8) < coalesce(need.land_least, 0.01),
                own.plot IS NULL,
                least(coalesce(own.plot, 0) / (2 * coalesce(need.land_least, need.land_most)), 1)),
            ('power', need.power IS NOT NULL, park.power_free_mw < need.power,
                park.power_free_mw IS NULL, least(coalesce(park.power_free_mw, 0) / (2 * need.power), 1)),
            ('gas', need.gas OR need.gas_m3h IS NOT NULL,
                CASE WHEN need.gas_m3h IS NULL THEN park.gas_free_m3h <= 0
                     ELSE park.gas_free_m3h < need.gas_m3h END,
                park.gas_free_m3h IS NULL,
                CASE WHEN need.gas_m3h IS NULL THEN (park.gas_free_m3h > 0)::int
                     ELSE least(coalesce(park.gas_free_m3h, 0) / (2 * need.gas_m3h), 1) END),
            ('water', need.water IS NOT NULL, park.water_free_m3d < need.water,
                park.water_free_m3d IS NULL, least(coalesce(park.water_free_m3d, 0) / (2 * need.water), 1)),
            ('sewage', need.sewage IS NOT NULL, park.sewage_free_m3d < need.sewage,
                park.sewage_free_m3d IS NULL, least(coalesce(park.sewage_free_m3d, 0) / (2 * need.sewage), 1)),
            ('rail', need.rail, park.rail = 'none', park.rail = '',
                CASE park.rail WHEN 'own' THEN 1 WHEN 'near' THEN 0.6 ELSE 0 END),
            ('hazard_class', need.hazard_class IS NOT NULL,
                park.hazard_class_accepted > need.hazard_class, park.hazard_class_accepted IS NULL,
                (park.hazard_class_accepted <= need.hazard_class)::int),
            ('stage', true,
                own.stage = 'closed' OR own.unready AND need.start_year <= need.year,
                own.stage IS NULL OR own.unready AND need.start_year > need.year,
                CASE WHEN own.unready AND need.start_year > need.year THEN 0
                     WHEN own.stage = 'operating' THEN 1 WHEN own.stage = 'building' THEN 0.5
                     WHEN own.stage = 'planned' THEN 0.25 ELSE 0 END),
            ('kind', cardinality(need.kinds) > 0,
                park.kind <> '' AND NOT park.kind = ANY (need.kinds), park.kind = '',
                (park.kind = ANY (need.kinds))::int),
            ('parks_wanted', EXISTS (SELECT FROM park p WHERE p.id = ANY (need.parks_wanted)),
                false, false, (park.id = ANY (need.parks_wanted))::int),
            ('profile', trade.known, false,
                -- Told, but nothing akin: a doubt, though no limit.
                EXISTS (SELECT FROM districts_industry i WHERE i.code = ANY (park.industries)
                        AND i.retired_at IS NULL)
                AND coalesce((SELECT max(share) FROM kin WHERE kin.code = ANY (park.industries)), 0) = 0,
                (SELECT max(share) FROM kin WHERE kin.code = ANY (park.industries))),
            ('port_km', need.port, false, false, greatest(1 - park.port_km / 150, 0)),
            ('highway_km', need.highway, false, false, greatest(1 - park.highway_km / 30, 0)),
            ('airport_km', need.airport, false, false, greatest(1 - park.airport_km / 100, 0))
        ) AS criterion (name, asked, missed, unknown, share)
        WHERE asked
    ) AS told
),
scored AS (
    SELECT place, id, missed, unknown,
           CASE WHEN whole > 0 THEN round(10000 * points / whole) / 100 ELSE 0 END AS score
    FROM judged
)
SELECT place, id, missed, unknown, score FROM scored
ORDER BY place, missed, unknown > 0, score DESC, unknown, id COLLATE "C"
