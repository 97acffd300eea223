#!/bin/sh
# Builds staffcast as one binary that needs no library of the system: static.sh WHERE
set -eu
cd "$(dirname "$0")/../.."
# The target is named although it is this machine's: procedural macros must stay shared libraries.
target=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS="-C target-feature=+crt-static" cargo build --release --locked --target "$target"
cp "${CARGO_TARGET_DIR:-target}/$target/release/staffcast" "$1"
