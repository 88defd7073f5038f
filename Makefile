# What a person types. The work is done by scripts/, and each step only when it has something to do.

# Any Python 3.8 or later starts the set-up; the rest runs in .venv.
PYTHON ?= $(shell for python in python3 /usr/bin/python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null && echo $$python && break; done)
START = $(or $(PYTHON),$(error Python 3.8 or later is needed to start; install python3)) -m
RUN := .venv/bin/python -m
TYPED := cec noc interview nlu drawing reports nlg actions stores operating channels scripts

.DEFAULT_GOAL := help
.PHONY: help setup train widget run telegram telegram-webhook chat test lint format eval evidence run-cluster soak bench forget retain unanswered backup restore lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

setup: ## Put everything needed into this folder (nothing else on the machine changes)
	@$(START) scripts.install

train: setup ## Train the model, if what it is made of has changed
	@$(RUN) scripts.train

widget: setup ## Build the website's chat widget, if its sources have changed
	@$(RUN) scripts.widget

run: train widget ## Serve the assistant with its widget and a demo page at http://localhost:5005/
	@$(RUN) scripts.website

telegram: train ## Run the Telegram bot of TELEGRAM_TOKEN, without a public address
	@$(RUN) scripts.telegram

telegram-webhook: setup ## Have Telegram send to the server at URL=https://..., which `make run` serves; without URL to nobody
	@$(RUN) scripts.telegram --webhook "$(URL)"

chat: train ## Talk to the assistant
	@$(RUN) scripts.chat

test: train widget ## Run all tests; ARGS="-k words" runs some
	@$(RUN) pytest $(ARGS)

lint: setup ## Check style, types and which package imports which
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@$(RUN) mypy $(TYPED)
	@.venv/bin/lint-imports

format: setup ## Put the code into its one form
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format

eval: train ## Measure how well messages are understood
	@$(RUN) tests.nlu.evaluate

evidence: train widget ## Run what docs/evidence/ shows, on the real servers, and write it anew
	@$(RUN) evidence.deletion
	@$(RUN) evidence.abuses
	@$(RUN) evidence.dashboard

forget: setup ## Erase the conversation of SENDER=website-... or telegram-...
	@$(RUN) scripts.forget "$(SENDER)"

retain: setup ## Erase conversations idle for CEC_KEEP_DAYS (30); the website's server does so by itself
	@$(RUN) scripts.kept retention

unanswered: setup ## Count what was not understood in the last 7 days, by question; without anybody's words
	@$(RUN) scripts.kept unanswered

backup: setup ## Copy the conversations (SQLite) to var/backups/, also while the assistant runs
	@$(RUN) scripts.backup

restore: setup ## Put the copy FROM=var/backups/... back, with the assistant stopped
	@$(RUN) scripts.backup --restore "$(FROM)"

run-cluster: train widget ## Serve it from PostgreSQL, Redis, nginx, two Rasa and two action processes on this machine
	@$(RUN) scripts.cluster

soak: train ## Kill the processes of the cluster 56 times while people talk (about five minutes)
	@CEC_TEST_KILLS=56 $(RUN) pytest -s tests/cluster/test_kills.py

bench: train ## Measure this bot beside the stock bot of `rasa init` (about ten minutes)
	@$(RUN) benchmarks.bench

lock: ## Lock the requirements anew, after a change to requirements/*.in
	@$(START) scripts.lock

clean: ## Remove all that make made: environment, model, logs, local conversations
	@rm -rf .venv .uv .rasa models var widget/dist widget/node_modules tests/telegram/node_modules .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
