#!/usr/bin/env bash
# The page of a briefing in Chromium, and its script by ESLint. What npm has for it is installed
# below the build. Without Chromium or npm's packages ctest says that it was skipped.
# Usage: run.sh REMIT ROOT FOLDER
set -euo pipefail
export REMIT=$1 REMIT_ROOT=$2
here=$REMIT_ROOT/tests/browser
mkdir -p "$3"
cp "$here"/*.mjs "$here"/eslint.config.js "$here"/package.json "$here"/package-lock.json "$3"
cp -r "$REMIT_ROOT/src/briefing/web" "$3"
cd "$3"
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || { echo "SKIPPED: there is no Chromium"; exit; }
if ! cmp -s package-lock.json node_modules/.installed; then
    npm ci --no-audit --no-fund --silent --fetch-retries=1 --fetch-timeout=60000 || { echo "SKIPPED: npm cannot install playwright-core"; exit; }
    cp package-lock.json node_modules/.installed
fi
npx --no-install eslint web *.mjs
node --test --test-reporter=spec briefing.test.mjs
