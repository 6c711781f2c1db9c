"""Airflow looks every quarter of an hour for reports that are due; the schedule itself stays in the project.

For Airflow 3 with the standard provider. The worker needs the project at PROJECT, with its .venv set up.
"""

import datetime as dt

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

PROJECT = "/srv/privacy-audit"

with DAG(
    dag_id="privacy_reports",
    description="Make the privacy reports that are due",
    schedule="*/15 * * * *",
    start_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    # What was missed is made up for by the schedule, once; two at a time would only wait for each other.
    catchup=False,
    max_active_runs=1,
    tags=["privacy"],
) as dag:
    BashOperator(
        task_id="due",
        bash_command=".venv/bin/privacy-audit schedule due --format json",
        cwd=PROJECT,
        append_env=True,
        # What failed is told and tried by hand: the same again would fail again.
        retries=0,
        # Nothing of what is printed goes into Airflow's own database.
        do_xcom_push=False,
    )
