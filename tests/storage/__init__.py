"""
Uploads in a bucket, on a server that speaks S3: moto's, which is started here, or any other.

    TEST_STORAGE=1 STORAGE_BUCKET=newsroom-tests STORAGE_ENDPOINT=http://127.0.0.1:9000 \\
        STORAGE_KEY=… STORAGE_SECRET=… STORAGE_REGION=us-east-1 .venv/bin/pytest tests/storage

The variables are the newsroom's own; without TEST_STORAGE=1 nobody looks at them, so that a shell set up for the paper
lends its bucket to no test. The bucket is made where there is none. Each test works in a folder of its own (below
STORAGE_FOLDER) and empties it afterwards; nothing else is touched. Lines can be cut where STORAGE_ENDPOINT is plain
http; with https those tests are skipped.
"""
