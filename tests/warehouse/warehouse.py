"""The query of README on records in a database: its table, published, has the totals of the records.

Run as `warehouse.py JANGKAU`, with the package duckdb installed.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb

RECORDS = 200_000
README = pathlib.Path(__file__).parents[2] / "README.md"


def main(jangkau: str) -> None:
    query = re.search(r"```sql\n(.*?)```", README.read_text(encoding="utf-8"), re.S).group(1)
    base = duckdb.connect()
    # Every seventh person's sex is not known, every eleventh's district.
    base.execute(
        f"""CREATE TABLE grants AS SELECT
            CASE WHEN i % 11 = 0 THEN NULL ELSE printf('D%02d', i * 7919 % 20) END AS district,
            CASE WHEN i % 7 = 0 THEN NULL WHEN i * 31 % 5 < 3 THEN 'F' ELSE 'M' END AS sex,
            2021 + i * 13 % 3 AS year
        FROM range({RECORDS}) AS t(i)"""
    )
    with tempfile.TemporaryDirectory() as folder:
        table = f"{folder}/grants.csv"
        base.execute(f"COPY ({query}) TO '{table}' (HEADER)")

        def run(*arguments: str) -> str:
            command = [jangkau, *arguments]
            done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
            if done.returncode:
                sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
            return done.stdout

        print(run("publish", table))
        for where, link in [
            ("", ""),
            ("AND year = 2022", "?year=2022"),
            ("AND sex = 'F'", "?sex=F"),
            ("AND district = 'D03' AND sex IS NULL", "?district=D03&sex=unknown"),
        ]:
            year = "" if "year" in where else "AND year = 2023"
            asked = f"SELECT count(*) FROM grants WHERE true {where} {year}"
            expected = base.execute(asked).fetchone()[0]
            found = json.loads(run("query", f"en/grants/{link}", "--format", "json"))["value"]
            assert found == expected, f"{link}: {found}, in the records {expected}"
            print(f"{link or 'all'}: {found}")


main(str(pathlib.Path(sys.argv[1]).resolve()))
