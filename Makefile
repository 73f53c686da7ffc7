# Everything runs in .venv, which is made by the first command that needs it, with every package at its pinned version.

.PHONY: serve test lint tests bench wheelhouse wheelhouse-test constraints clean

serve: .venv/.ready
	.venv/bin/actqa serve

test: lint tests

lint: .venv/.ready
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

tests: .venv/.ready
	.venv/bin/pytest -n auto --maxprocesses 4 --dist loadfile

# How fast it is, into docs/performance.md; or a few rows, printed alone: make bench ONLY="cold warm".
bench: .venv/.ready
	.venv/bin/python -m pip install --quiet --constraint constraints.txt --no-build-isolation \
	  --editable '.[offline,test,bench]'
	.venv/bin/python -m actqa.bench speed $(or $(ONLY),--write docs/performance.md)

# A .venv that is there and whole is kept, so that a changed pyproject.toml costs little; else it is made with the first
# Python that will do, or the one named by `make PYTHON=…`.
.venv/.ready: pyproject.toml constraints.txt
	@if .venv/bin/python -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "actqa needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python." >&2; exit 1; \
	fi; \
	echo "$$found -m venv .venv"; \
	$$found -m venv --clear .venv || { echo "Python has no venv here (on Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Installing the packages into .venv; the first time this takes some minutes."
	.venv/bin/python -m pip install --quiet --constraint constraints.txt hatchling
	.venv/bin/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[offline,test]'
	@touch $@

# Every wheel, the embedding model's among them, for a machine of this kind without internet; see docs/deploy.md.
wheelhouse: .venv/.ready
	rm -rf build/wheelhouse
	.venv/bin/python -m pip wheel --quiet --no-build-isolation --constraint constraints.txt \
	  --wheel-dir build/wheelhouse '.[offline]'
	@ls build/wheelhouse | wc -l; du -sh build/wheelhouse

# Installed from there alone, into an environment of its own, it answers a question.
wheelhouse-test: .venv/.ready
	rm -rf build/offline
	.venv/bin/python -m venv build/offline
	build/offline/bin/python -m pip install --quiet --no-index --find-links build/wheelhouse 'actqa[offline]'
	HF_HUB_OFFLINE=1 ACTQA_CACHE=build/offline/cache build/offline/bin/actqa index --index build/offline/index
	HF_HUB_OFFLINE=1 ACTQA_CACHE=build/offline/cache build/offline/bin/actqa ask --index build/offline/index \
	  'What is the market size in 2031?' | grep 29,723.68

# The newest versions that pyproject.toml allows, for every platform and every Python from 3.11 on.
constraints:
	python3 -m venv --clear build/uv
	build/uv/bin/python -m pip install --quiet uv
	echo 'torch==2.13.0' > build/uv/held.txt
	build/uv/bin/uv pip compile --universal --upgrade --python-version 3.11 --all-extras \
	  --constraint build/uv/held.txt --no-annotate --no-emit-index-url --quiet \
	  --custom-compile-command 'make constraints' --output-file constraints.txt pyproject.toml

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
