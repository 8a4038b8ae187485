# stardial: `make up` starts everything, `make test` proves it. Nothing else is needed.

SWIFT    ?= swift
STRICT   := --explicit-target-dependency-import-check error
PACKAGES := libpcre2-dev libsqlite3-dev pkg-config
TOOLS    := pkg-config
SOURCES  := Package.swift Sources Tests

# A crash in a piped test must end the run, not wait for a debugger.
export SWIFT_BACKTRACE ?= enable=no

.PHONY: up test check bench lint build transcripts everywhere deps clean

up: deps
	$(SWIFT) build -c release $(STRICT) --product stardial
	.build/release/stardial up

test: build
	$(SWIFT) test $(STRICT)
	.build/debug/stardial test Transcripts --min-coverage 95

check: lint test
	.build/debug/stardial check Menus/mavuno Menus/tutorial

bench: deps
	$(SWIFT) build -c release $(STRICT) --product stardial
	.build/release/stardial bench

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

# Only tests need these: they hold translations, books and reports against other programs.
build: PACKAGES += gettext hledger libxml2-utils
build: TOOLS += msgfmt hledger xmllint
build: deps
	$(SWIFT) build --build-tests $(STRICT)

transcripts: build
	.build/debug/stardial test Transcripts --min-coverage 95

# Every place at which a scene can be cut or its gateway killed: a minute of one core.
everywhere: build
	.build/debug/stardial test --everywhere Transcripts

deps:
	@missing=; for tool in $(TOOLS); do \
	    command -v $$tool >/dev/null || missing=yes; \
	done; \
	pkg-config --exists libpcre2-8 sqlite3 2>/dev/null || missing=yes; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update && apt-get install -y --no-install-recommends $(PACKAGES); \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then \
	    sudo apt-get update && sudo apt-get install -y --no-install-recommends $(PACKAGES); \
	else \
	    echo "Missing libraries or tools. Install $(PACKAGES), then run make again." >&2; exit 1; \
	fi

clean:
	rm -rf .build
