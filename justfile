# just: tests and checks
default: test check

test:
    python -m pytest

# the laws on examples never tried before: just laws, just laws 20 (times)
laws ROUNDS="5":
    for round in $(seq {{ROUNDS}}); do python -m pytest --hypothesis-profile=new $(grep -rl "@given" tests) || exit 1; done

check:
    ruff check .
    ruff format --check .
    mypy
    lint-imports

# scores on the outside sets that are present: just score, just score times places --errors
score *ARGS:
    python -m benchmarks.score {{ARGS}}

peers *ARGS:
    python -m benchmarks.peers {{ARGS}}

bench *ARGS:
    python -m benchmarks.bench {{ARGS}}

# how the flow grows, on made-up reports: just scale growth engines memory, just scale growth --sizes 1000 10000
scale *ARGS:
    python -m benchmarks.scale {{ARGS}}

# kills runs and damages inputs: just soak --rounds 500 --inputs 100000 --harmless 5000
soak *ARGS:
    python -m benchmarks.soak {{ARGS}}
