# What one can do here. `just` lists it.

default:
    @just --list

# Set up a fresh environment
setup:
    python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[dev]'

# Run the tests
test *words:
    .venv/bin/pytest {{words}}

# Look for faults without running anything
lint:
    .venv/bin/ruff check && .venv/bin/ruff format --check && .venv/bin/mypy && .venv/bin/lint-imports

# Measure every command on journals of 1,000 and 10,000 meetings
bench:
    .venv/bin/python tests/benchmark.py

# Write anew what README and docs have from the program: outputs, pictures, commands, man pages
docs:
    .venv/bin/python tests/docs/blocks.py

# Build the docs as a site (pip install mkdocs-material)
site:
    .venv/bin/mkdocs build

# Write the outputs of the half-year's story anew
story:
    .venv/bin/python tests/story/story.py

# All that the CI does
ci:
    .ci/run
