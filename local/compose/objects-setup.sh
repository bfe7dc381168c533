#!/bin/sh
# Makes the two buckets of the market. Safe to run again.
set -eu
mc alias set market http://objects:9000 vitrina "$OBJECTS_PASSWORD"
mc mb --ignore-existing market/vitrina-private market/vitrina-public
# Objects can be fetched by whoever knows their key; keys are not listed.
cat > /tmp/read-only.json <<'POLICY'
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": ["*"] },
      "Action": ["s3:GetObject"],
      "Resource": ["arn:aws:s3:::vitrina-public/*"]
    }
  ]
}
POLICY
mc anonymous set-json /tmp/read-only.json market/vitrina-public
