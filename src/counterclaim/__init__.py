"""Counterclaim reads reports on armed conflict and keeps a ledger of who says what happened, and who disputes it."""

from __future__ import annotations

__version__ = "0.1.0"
