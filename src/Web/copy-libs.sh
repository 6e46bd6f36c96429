#!/bin/sh
# Copies the named files of named npm packages into wwwroot/lib, with their licence beside them. There is no other build step.
set -eu

signalr_version=10.0.11

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "@microsoft/signalr@$signalr_version" >/dev/null
tar -xzf "microsoft-signalr-$signalr_version.tgz"
# The source map is not shipped, so the line that asks browsers for it goes too.
sed '/^\/\/# sourceMappingURL=/d' package/dist/browser/signalr.min.js > "$here/wwwroot/lib/signalr.min.js"
printf '@microsoft/signalr %s\nCopyright (c) .NET Foundation and Contributors. MIT licence.\nhttps://www.npmjs.com/package/@microsoft/signalr\n' \
  "$signalr_version" > "$here/wwwroot/lib/signalr.LICENSE.txt"
