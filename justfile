# What one does here; `just` lists it.
default:
    @just --list

# Everything that CI runs
check:
    bash .ci/run

# Formatting and lints alone
lint:
    cargo fmt --check
    cargo clippy --all-targets --all-features -- -D warnings

# All tests that need nothing but Rust
test:
    cargo test

# Accept changed snapshots
accept:
    INSTA_UPDATE=always cargo test

# Fuzz a door for ten minutes; fuzz/README.md names them
fuzz target:
    fuzz/run {{target}}

# The benches
bench:
    cargo bench

# The samples in the panes
run *paths:
    cargo run --release -- {{paths}}
